using System.IO.Compression;
using System.Text;

namespace Inquit.Tests;

/// <summary>A folder of its own for a test, removed after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("inquit-").FullName;

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string WriteGzip(string name, byte[] bytes) => Write(name, Gzip(bytes));

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    public string PathOf(string name) => System.IO.Path.Join(Path, name.Replace('/', System.IO.Path.DirectorySeparatorChar));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
