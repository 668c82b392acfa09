using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Inquit.Tests;

/// <summary>A web server on this machine that answers as a test wishes, also badly.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> requests = new();

    public LoopbackServer()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Answers by path; others are not found.</summary>
    public ConcurrentDictionary<string, Func<Stream, Task>> Answers { get; } = new();

    /// <summary>The requests that came, their headers with them, oldest first.</summary>
    public string[] Requests => [.. requests];

    /// <summary>The paths that were asked for, without robots.txt.</summary>
    public string[] Paths => [.. requests.Select(request => request.Split(' ')[1]).Where(path => path != "/robots.txt")];

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string At(string path, string host = "127.0.0.1") => $"http://{host}:{Port}{path}";

    public void Give(string path, string body, string type = "text/html; charset=utf-8", string status = "200 OK", string more = "") =>
        Give(path, Encoding.UTF8.GetBytes(body), type, status, more);

    public void Give(string path, byte[] body, string type = "text/html; charset=utf-8", string status = "200 OK", string more = "") =>
        Answers[path] = async stream =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{more}\r\n"));
            await stream.WriteAsync(body);
        };

    public void Redirect(string path, string to, string status = "302 Found") => Give(path, "", status: status, more: $"Location: {to}\r\n");

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = AnswerAsync(client);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                var request = await ReadHeaderAsync(stream);
                if (request.Length == 0)
                {
                    return;
                }

                requests.Enqueue(request);
                var path = request.Split(' ')[1];
                if (!Answers.ContainsKey(path))
                {
                    Give(path, "Not here", status: "404 Not Found");
                }

                await Answers[path](stream);
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException)
        {
        }
    }

    private static async Task<string> ReadHeaderAsync(NetworkStream stream)
    {
        var header = new StringBuilder();
        var unit = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(unit) == 1)
        {
            header.Append((char)unit[0]);
        }

        return header.ToString();
    }
}
