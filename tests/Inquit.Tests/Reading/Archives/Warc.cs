using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Inquit.Tests;

/// <summary>Makes web archives for tests.</summary>
internal static class Warc
{
    public const string Sentence = "The bridge over the river will be closed for repairs until the end of June, the city council said on Tuesday, and traffic will be led over the old road.";

    public static string Page(string title = "Bridge closed") =>
        $"<!DOCTYPE html><html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{Sentence}</p><p>{Sentence}</p></article></body></html>";

    /// <summary>A record; its length is that of its block where none is given.</summary>
    public static byte[] Record(string type, byte[] block, string? uri = null, string contentType = "application/http; msgtype=response", long? length = null, string more = "") =>
    [
        .. Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"WARC/1.1\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-05-14T10:00:00Z\r\n{(uri is null ? "" : $"WARC-Target-URI: {uri}\r\n")}Content-Type: {contentType}\r\n{more}Content-Length: {length ?? block.Length}\r\n\r\n")),
        .. block,
        .. "\r\n\r\n"u8,
    ];

    public static byte[] Response(string uri, byte[] body, string header = "Content-Type: text/html; charset=utf-8", string status = "200 OK", long? length = null, string more = "") =>
        Record("response", [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\n{header}\r\n\r\n"), .. body], uri, length: length, more: more);

    public static byte[] Response(string uri, string body, string header = "Content-Type: text/html; charset=utf-8", string status = "200 OK", long? length = null, string more = "") =>
        Response(uri, Encoding.UTF8.GetBytes(body), header, status, length, more);

    public static byte[] Chunked(byte[] body, int size)
    {
        using var chunks = new MemoryStream();
        foreach (var chunk in body.Chunk(size))
        {
            chunks.Write(Encoding.ASCII.GetBytes($"{chunk.Length:x}; part=1\r\n"));
            chunks.Write(chunk);
            chunks.Write("\r\n"u8);
        }

        chunks.Write("0\r\n\r\n"u8);
        return chunks.ToArray();
    }

    public static byte[] Packed(byte[] bytes, Func<Stream, Stream> coding)
    {
        using var packed = new MemoryStream();
        using (var stream = coding(packed))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }

    public static Stream Deflate(Stream to) => new DeflateStream(to, CompressionLevel.Fastest);

    public static Stream Zlib(Stream to) => new ZLibStream(to, CompressionLevel.Fastest);

    public static Stream Brotli(Stream to) => new BrotliStream(to, CompressionLevel.Fastest);
}
