using System.Net.Mime;
using Inquit.App.Api;
using Inquit.Reading;
using Inquit.Reading.Fetching;

namespace Inquit.App.Serving;

/// <summary>The one article that a request sends, or that it gives the address of.</summary>
internal sealed class ArticleSource(WebFetcher fetcher) : IDisposable
{
    private const int MostFetches = 8;

    private readonly SemaphoreSlim fetches = new(MostFetches);

    /// <summary>The article in the body of a request: a text, a page, or a JSON record, as its type says.</summary>
    /// <exception cref="RefusedException">There is none, or more than one.</exception>
    public static async Task<Article> OfBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        var type = Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed : null;
        var kind = type?.MediaType.ToString().ToLowerInvariant() switch
        {
            MediaTypeNames.Text.Plain => "text",
            MediaTypeNames.Text.Html or "application/xhtml+xml" => "html",
            MediaTypeNames.Application.Json => "json",
            _ => throw Unsupported($"The body is '{request.ContentType}'. Send text/plain, text/html or application/json."),
        };
        if (type!.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        {
            throw Unsupported($"The body is in {type.Charset}. Send UTF-8.");
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation).ConfigureAwait(false);
        return Of(body.ToArray(), kind);

        static RefusedException Unsupported(string message) => new(StatusCodes.Status415UnsupportedMediaType, message);
    }

    /// <summary>The article that bytes hold.</summary>
    /// <param name="bytes">UTF-8, or a page of any encoding.</param>
    /// <param name="kind">What they are, as standard input is called: <c>text</c>, <c>html</c> or <c>json</c>.</param>
    /// <exception cref="RefusedException">There is none, or more than one.</exception>
    public static Article Of(byte[] bytes, string kind)
    {
        using var stream = new MemoryStream(bytes);
        var article = Only(new ArticleReader(stream, standardInputKind: kind).Read([ArticleReader.StandardInputName]));
        return article with { Document = article.RecordId };
    }

    /// <summary>The article at an address of the public internet.</summary>
    /// <exception cref="RefusedException">It is no address, or no one article is there.</exception>
    public async Task<Article> FetchAsync(string address, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw RefusedException.BadRequest($"'{address}' is no address. One looks like https://example.org/news/1.html.");
        }

        await fetches.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Only(new ArticleReader(Stream.Null, fetcher: fetcher).Read(uri)), cancellation).ConfigureAwait(false);
        }
        finally
        {
            fetches.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => fetches.Dispose();

    private static Article Only(IEnumerable<ReadResult> results)
    {
        var found = results.Take(2).ToList();
        return found switch
        {
            [{ Article: { } article }] => article,
            [{ Problem: { } problem }, ..] => throw RefusedException.BadRequest(problem),
            _ => throw RefusedException.BadRequest("There are several articles. Send them one by one."),
        };
    }
}
