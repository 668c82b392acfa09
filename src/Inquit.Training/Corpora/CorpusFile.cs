using System.IO.Compression;
using System.Text;

namespace Inquit.Training.Corpora;

/// <summary>Opens the files of corpora.</summary>
internal static class CorpusFile
{
    /// <summary>Opens a text in UTF-8 for reading, unpacked where its name ends in <c>.gz</c>.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static StreamReader OpenText(string path)
    {
        Stream file = File.OpenRead(path);
        return new StreamReader(
            path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file,
            Encoding.UTF8);
    }
}
