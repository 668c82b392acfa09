using System.ComponentModel;
using System.Text.Json;
using Inquit.App.Formats;
using Inquit.App.Serving;
using Inquit.Ledger;
using Microsoft.AspNetCore.Mvc;

namespace Inquit.App.Api;

/// <summary>Articles: read without a trace, added, listed and shown.</summary>
internal static class ArticleRoutes
{
    /// <summary>Maps what only reads the ledger.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/articles", ListAsync).WithName("articles").WithTags("Articles")
            .WithSummary("Lists articles, those that were added last first")
            .Produces<ArticlesShape>();
        api.MapGet("/articles/{id}", ShowAsync).WithName("article").WithTags("Articles")
            .WithSummary("An article with all that was found in it, as 'inquit read' writes it")
            .Produces<AnalysisShape>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/articles/{id}/text", ShowTextAsync).WithName("articleText").WithTags("Articles")
            .WithSummary("An article's text, as it came")
            .Produces<string>(StatusCodes.Status200OK, "text/plain")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Maps what uses the engine.</summary>
    public static void MapReading(RouteGroupBuilder api)
    {
        api.MapPost("/read", ReadAsync).WithName("read").WithTags("Articles")
            .WithSummary("Finds the statements of an article; nothing is kept")
            .WithDescription("The body is the article: a text, a page, or a record with text, and where known id, title, published, outlet and url. Or the body is empty and url says where the article is.")
            .Produces<AnalysisShape>()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapPost("/articles", AddAsync).WithName("addArticle").WithTags("Articles")
            .WithSummary("Adds an article to the ledger; one that is there stays as it is")
            .WithDescription("The body is the article, as for read.")
            .RequireAuthorization(Access.Write)
            .Produces<AddedShape>(StatusCodes.Status201Created)
            .Produces<AddedShape>()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    /// <summary>The article with an id, of which the first twelve digits are enough.</summary>
    /// <exception cref="RefusedException">There is none, or there are several.</exception>
    public static async Task<StoredReading> FindAsync(ILedger ledger, string id, CancellationToken cancellation)
    {
        var digits = id.ToLowerInvariant();
        var found = digits.Length >= StoredArticle.ShortIdLength && digits.All(char.IsAsciiHexDigit) ? await ledger.FindArticlesAsync(digits, cancellation).ConfigureAwait(false) : [];
        return found switch
        {
            [var only] => only,
            [] => throw RefusedException.NotFound($"There is no article '{id}'. An id has twelve digits or more, of 0-9 and a-f."),
            _ => throw RefusedException.NotFound($"Several articles begin with '{id}'. Give more digits."),
        };
    }

    private static async Task<IResult> ListAsync(
        ILedger ledger,
        [FromQuery, Description("Articles of this paper, agency or site.")] string? outlet,
        [FromQuery, Description("The first day of publication, or its month or year.")] string? since,
        [FromQuery, Description("The last day of publication, or its month or year.")] string? until,
        [FromQuery, Description("Also articles that a newer version has taken the place of.")] string? allVersions,
        [FromQuery, Description("The most articles of a page.")] string? limit,
        [FromQuery, Description("The cursor of a page: what stands in next of the page before.")] string? after,
        CancellationToken cancellation)
    {
        var search = new ArticleSearch
        {
            Outlet = outlet,
            Since = Parameters.Day("since", since, isEnd: false),
            Until = Parameters.Day("until", until, isEnd: true),
            AllVersions = Parameters.Flag("allVersions", allVersions, usual: false),
            After = after,
            Limit = Parameters.Limit(limit),
        };
        try
        {
            return Answers.Page(await ledger.ArticlesAsync(search with { Limit = search.Limit + 1 }, cancellation).ConfigureAwait(false), search.Limit, WriteHeading, article => article.Id);
        }
        catch (ArgumentException refused)
        {
            throw RefusedException.BadRequest(Commands.LedgerOptions.Plain(refused));
        }
    }

    private static async Task<IResult> ShowAsync(ILedger ledger, [Description("The id, of which twelve digits are enough.")] string id, CancellationToken cancellation)
    {
        var reading = await FindAsync(ledger, id, cancellation).ConfigureAwait(false);
        return Answers.Json(json => JsonLinesFormat.WriteObject(json, reading.Findings));
    }

    private static async Task<IResult> ShowTextAsync(ILedger ledger, [Description("The id, of which twelve digits are enough.")] string id, CancellationToken cancellation) =>
        Results.Text((await FindAsync(ledger, id, cancellation).ConfigureAwait(false)).Stored.Article.Text, "text/plain", System.Text.Encoding.UTF8);

    private static async Task<IResult> ReadAsync(
        HttpContext context, ArticleSource source, SharedEngine engine, [FromQuery, Description("Where the article is, as https://example.org/news/1.html.")] string? url, [FromQuery, Description("The least confidence.")] string? minConfidence, CancellationToken cancellation)
    {
        var least = Parameters.Confidence(minConfidence);
        var article = await ArticleOfAsync(context, source, engine, url, cancellation).ConfigureAwait(false);
        var (analysis, _) = await engine.ReadAsync(article, cancellation).ConfigureAwait(false);
        context.Response.Headers.CacheControl = "no-store";
        return Answers.Json(json => JsonLinesFormat.WriteAnalysis(json, analysis.WithConfidence(least)));
    }

    private static async Task<IResult> AddAsync(
        HttpContext context, ILedger ledger, ArticleSource source, SharedEngine engine, [FromQuery, Description("Where the article is, as https://example.org/news/1.html.")] string? url, CancellationToken cancellation)
    {
        var article = await ArticleOfAsync(context, source, engine, url, cancellation).ConfigureAwait(false);
        var outcome = await engine.AddAsync(ledger, article, cancellation).ConfigureAwait(false);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = $"{ApiRoutes.Prefix}/articles/{outcome.ArticleId}";
        return Answers.Json(json => WriteOutcome(json, outcome), outcome.Kind == AddKind.Known ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private static async Task<Article> ArticleOfAsync(HttpContext context, ArticleSource source, SharedEngine engine, string? url, CancellationToken cancellation)
    {
        engine.Count(Client.Of(context));
        if (string.IsNullOrEmpty(url))
        {
            return await ArticleSource.OfBodyAsync(context.Request, cancellation).ConfigureAwait(false);
        }

        return Access.Has(context.User, Access.Fetch)
            ? await source.FetchAsync(url, cancellation).ConfigureAwait(false)
            : throw new RefusedException(StatusCodes.Status403Forbidden, "Fetching pages needs the key for writing here. Send the article itself.");
    }

    private static void WriteHeading(Utf8JsonWriter json, ArticleHeading article)
    {
        json.WriteStartObject();
        json.WriteText("id", article.Id);
        json.WriteText("document", article.Document);
        json.WriteText("title", article.Title);
        json.WriteText("outlet", article.Outlet);
        json.WriteText("url", article.Url);
        json.WriteText("published", Iso.Of(article.Published));
        json.WriteText("language", article.Language);
        json.WriteText("added", Iso.Of(article.Added));
        json.WriteNumber("statements", article.Statements);
        json.WriteText("supersededBy", article.SupersededBy);
        json.WriteEndObject();
    }

    private static void WriteOutcome(Utf8JsonWriter json, AddOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteText("article", outcome.ArticleId);
        json.WriteText("outcome", outcome.Kind switch { AddKind.Added => "added", AddKind.Corrected => "corrected", _ => "known" });
        json.WriteNumber("statements", outcome.Statements);
        json.WriteEndObject();
    }
}
