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

    [Fact]
    public void A_file_damaged_anywhere_is_read_or_refused_and_nothing_else()
    {
        var whole = Sample();
        for (var at = 0; at < whole.Length; at++)
        {
            foreach (var damage in (byte[])[1, 0x80, 0xFF])
            {
                var damaged = whole.ToArray();
                damaged[at] ^= damage;
                var failure = Record.Exception(() => ReadAll(damaged));
                Assert.True(failure is null or ModelFormatException, $"Byte {at} xor {damage}: {failure}");
            }
        }
    }

    [Fact]
    public void Bytes_handed_out_are_the_callers_own()
    {
        var file = new ModelFile();
        file.SetBytes("part", [1, 2], [2]);
        file.Bytes("part")[0] = 9;
        Assert.Equal([1, 2], file.Bytes("part"));
    }

    private static void ReadAll(byte[] bytes)
    {
        var file = ModelFile.Read(new MemoryStream(bytes));
        foreach (var read in (Action<string>[])[name => file.Floats(name), name => file.SBytes(name), name => file.Bytes(name), name => file.Ints(name), name => file.Strings(name)])
        {
            foreach (var name in file.Names)
            {
                try
                {
                    read(name);
                }
                catch (ModelFormatException)
                {
                    // It holds something else.
                }
            }
        }
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
