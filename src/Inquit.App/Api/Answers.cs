using System.Buffers;
using System.Text.Json;
using Inquit.App.Formats;

namespace Inquit.App.Api;

/// <summary>Answers in the forms of the command line.</summary>
internal static class Answers
{
    /// <summary>JSON.</summary>
    public static IResult Json(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 12);
        using (var json = new Utf8JsonWriter(buffer, JsonText.LineOptions))
        {
            write(json);
        }

        return new Bytes(buffer.WrittenMemory, "application/json", status);
    }

    /// <summary>A page of a list: <c>{"items":[…],"next":…}</c>, where <c>next</c> is the cursor of the next page, null on the last.</summary>
    /// <param name="found">The items, and one more where there are more than <paramref name="limit"/>.</param>
    /// <param name="limit">The most of a page.</param>
    /// <param name="write">Writes an item.</param>
    /// <param name="cursor">The cursor after an item.</param>
    /// <param name="more">Writes further properties.</param>
    public static IResult Page<T>(IReadOnlyList<T> found, int limit, Action<Utf8JsonWriter, T> write, Func<T, string> cursor, Action<Utf8JsonWriter>? more = null) => Json(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var item in found.Take(limit))
        {
            write(json, item);
        }

        json.WriteEndArray();
        json.WriteText("next", found.Count > limit ? cursor(found[limit - 1]) : null);
        more?.Invoke(json);
        json.WriteEndObject();
    });

    private sealed class Bytes(ReadOnlyMemory<byte> bytes, string type, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = type;
            return httpContext.Response.BodyWriter.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
        }
    }
}
