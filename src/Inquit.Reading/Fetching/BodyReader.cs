namespace Inquit.Reading.Fetching;

/// <summary>Takes the body of an answer into memory, up to a limit.</summary>
internal static class BodyReader
{
    /// <summary>The bytes, no more than the limit, and whether they are all.</summary>
    public static async Task<(ReadOnlyMemory<byte> Bytes, bool IsWhole)> ReadAsync(Stream body, int limit, CancellationToken cancellation)
    {
        await using (body.ConfigureAwait(false))
        {
            using var held = new MemoryStream();
            var buffer = new byte[1 << 15];
            while (await body.ReadAsync(buffer, cancellation).ConfigureAwait(false) is var read and > 0)
            {
                var room = (int)(limit - held.Length);
                held.Write(buffer, 0, Math.Min(read, room));
                if (read > room)
                {
                    return (held.ToArray(), false);
                }
            }

            return (held.ToArray(), true);
        }
    }
}
