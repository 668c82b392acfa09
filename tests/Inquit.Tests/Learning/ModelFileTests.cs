using Inquit.Learning;
using Xunit;

namespace Inquit.Tests.Learning;

public class ModelFileTests
{
    [Fact]
    public void What_is_written_is_read()
    {
        var read = ModelFile.Read(new MemoryStream(Sample()));
        Assert.Equal([1.5f, -2, 0, 3], read.Floats("exact"));
        Assert.Equal([1.5f, -2, 0, 3], read.Floats("half"));
        Assert.Equal([2, 2], read.Shape("half"));
        Assert.Equal([(sbyte)-128, (sbyte)127], read.SBytes("bytes"));
        Assert.Equal([7, -7], read.Ints("whole"));
        Assert.Equal(["said", string.Empty, "“ja”"], read.Strings("words"));
    }

    [Fact]
    public void Equal_models_are_equal_bytes() => Assert.Equal(Sample(), Sample());

    [Fact]
    public void A_file_cut_anywhere_is_refused_and_says_so()
    {
        var whole = Sample();
        for (var length = 0; length < whole.Length; length++)
        {
            var refused = Assert.Throws<ModelFormatException>(() => ModelFile.Read(new MemoryStream(whole[..length])));
            Assert.Matches("cut short|not an Inquit model", refused.Message);
        }
    }

    [Fact]
    public void Another_version_is_refused_with_both_numbers()
    {
        var other = Sample();
        other[4] = 9;
        var refused = Assert.Throws<ModelFormatException>(() => ModelFile.Read(new MemoryStream(other)));
        Assert.Contains("version 9", refused.Message, StringComparison.Ordinal);
        Assert.Contains("version 1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_missing_or_of_another_type_is_named()
    {
        var read = ModelFile.Read(new MemoryStream(Sample()));
        Assert.Contains("'none'", Assert.Throws<ModelFormatException>(() => read.Floats("none")).Message, StringComparison.Ordinal);
        Assert.Contains("'words'", Assert.Throws<ModelFormatException>(() => read.Ints("words")).Message, StringComparison.Ordinal);
    }

    private static byte[] Sample()
    {
        var file = new ModelFile();
        file.SetFloats("exact", [1.5f, -2, 0, 3], [4]);
        file.SetFloats("half", [1.5f, -2, 0, 3], [2, 2], half: true);
        file.SetSBytes("bytes", [-128, 127], [2]);
        file.SetInts("whole", [7, -7], [2]);
        file.SetStrings("words", ["said", string.Empty, "“ja”"]);
        using var written = new MemoryStream();
        file.Write(written);
        return written.ToArray();
    }
}
