using System.ComponentModel;
using System.Text.Json;
using Inquit.App.Commands;
using Inquit.App.Formats;
using Inquit.Ledger;
using Microsoft.AspNetCore.Mvc;

namespace Inquit.App.Api;

/// <summary>Statements: searched, counted, and one by one.</summary>
internal static class SearchRoutes
{
    /// <summary>The most statements of a search as lines.</summary>
    public const int MostLines = 10_000;

    private const int LinesAtATime = 500;
    /// <summary>The most days that are counted.</summary>
    public const int MostDays = 20_000;

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/search", SearchAsync).WithName("search").WithTags("Statements")
            .WithSummary("Finds statements, the newest first unless told otherwise")
            .WithDescription($"With counts of what was found by speaker, outlet, country, kind and month. Of more than {StatementFacets.MostCounted:N0} statements the newest are counted, and complete is false: each count is then a lower bound.")
            .Produces<SearchShape>();
        api.MapGet("/search.{format}", LinesAsync).WithName("searchLines").WithTags("Statements")
            .WithSummary("The same search as lines: csv or jsonl")
            .WithDescription($"At most {MostLines:N0} statements, or as many as limit says.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", "application/x-ndjson");
        api.MapGet("/days", DaysAsync).WithName("days").WithTags("Statements")
            .WithSummary("How many statements are of each day, the newest day first")
            .WithDescription($"At most {MostDays:N0} days.")
            .Produces<DaysShape>();
        api.MapGet("/statements/{id}", StatementAsync).WithName("statement").WithTags("Statements")
            .WithSummary("A statement by its id")
            .Produces<FoundStatementShape>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>A page of what a search finds, with or without counts.</summary>
    public static async Task<IResult> PageAsync(ILedger ledger, StatementSearch search, bool withFacets, CancellationToken cancellation)
    {
        try
        {
            var counting = withFacets ? ledger.FacetsAsync(search, cancellation) : null;
            var found = await ledger.SearchAsync(search with { Limit = search.Limit + 1 }, cancellation).ToListAsync(cancellation).ConfigureAwait(false);
            var facets = counting is null ? null : await counting.ConfigureAwait(false);
            return Answers.Page(found, search.Limit, FoundStatements.WriteObject, statement => statement.Id, facets is null ? null : json => WriteFacets(json, facets));
        }
        catch (ArgumentException refused)
        {
            throw RefusedException.BadRequest(LedgerOptions.Plain(refused));
        }
    }

    private static Task<IResult> SearchAsync(ILedger ledger, [AsParameters] StatementQuery query, [FromQuery, Description("Whether what was found is counted, too.")] string? facets, CancellationToken cancellation) =>
        PageAsync(ledger, query.ToSearch(), Parameters.Flag("facets", facets, usual: true), cancellation);

    private static async Task LinesAsync(HttpContext context, ILedger ledger, [Description("csv or jsonl.")] string format, [AsParameters] StatementQuery query)
    {
        var form = format switch
        {
            "csv" => RowFormat.Csv,
            "jsonl" => RowFormat.JsonLines,
            _ => throw RefusedException.NotFound($"There is no search.{format}; there are search.csv and search.jsonl."),
        };
        var search = query.ToSearch(MostLines, MostLines);
        var left = search.Limit;
        var (response, cancellation) = (context.Response, context.RequestAborted);
        var isBegun = false;
        while (left > 0)
        {
            // Page by page, so that one who reads slowly holds nothing of the ledger.
            List<FoundStatement> page;
            try
            {
                page = await ledger.SearchAsync(search with { Limit = Math.Min(left, LinesAtATime) }, cancellation).ToListAsync(cancellation).ConfigureAwait(false);
            }
            catch (ArgumentException refused) when (!isBegun)
            {
                throw RefusedException.BadRequest(LedgerOptions.Plain(refused));
            }

            if (!isBegun)
            {
                isBegun = true;
                response.ContentType = form == RowFormat.Csv ? "text/csv; charset=utf-8" : "application/x-ndjson";
                response.Headers.ContentDisposition = $"attachment; filename=statements.{format}";
                await response.BodyWriter.WriteAsync(FoundStatements.Head(form), cancellation).ConfigureAwait(false);
            }

            foreach (var statement in page)
            {
                await response.BodyWriter.WriteAsync(FoundStatements.Line(form, statement), cancellation).ConfigureAwait(false);
            }

            left = page.Count < LinesAtATime ? 0 : left - page.Count;
            search = search with { After = page.Count == 0 ? null : page[^1].Id };
        }
    }

    private static async Task<IResult> DaysAsync(ILedger ledger, [AsParameters] StatementQuery query, CancellationToken cancellation)
    {
        try
        {
            var days = await ledger.DaysAsync(query.ToSearch(MostDays, MostDays), cancellation).ConfigureAwait(false);
            return Answers.Json(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("items");
                foreach (var (day, statements) in days)
                {
                    json.WriteStartObject();
                    json.WriteText("day", Iso.Of(day));
                    json.WriteNumber("statements", statements);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
        }
        catch (ArgumentException refused)
        {
            throw RefusedException.BadRequest(LedgerOptions.Plain(refused));
        }
    }

    private static async Task<IResult> StatementAsync(ILedger ledger, [Description("The article's id, of which twelve digits are enough, #s and the statement's number; the # is written %23.")] string id, CancellationToken cancellation)
    {
        if (id.Split("#s") is [var article, var number] && int.TryParse(number, System.Globalization.NumberStyles.None, null, out var place))
        {
            var reading = await ArticleRoutes.FindAsync(ledger, article, cancellation).ConfigureAwait(false);
            if (place >= 1 && place <= reading.Statements.Length)
            {
                return Answers.Json(json => FoundStatements.WriteObject(json, reading.Statements[place - 1]));
            }
        }

        throw RefusedException.NotFound($"There is no statement '{id}'. One is written as its article's id, #s and a number: 0123456789ab%23s1.");
    }

    private static void WriteFacets(Utf8JsonWriter json, StatementFacets facets)
    {
        json.WriteStartObject("facets");
        json.WriteNumber("statements", facets.Statements);
        json.WriteBoolean("complete", facets.IsComplete);
        json.WriteStartArray("speakers");
        foreach (var (actor, name, statements) in facets.Speakers)
        {
            json.WriteStartObject();
            json.WriteText("id", ActorId.Of(actor));
            json.WriteText("name", name);
            json.WriteNumber("statements", statements);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCounts(json, "outlets", facets.Outlets);
        WriteCounts(json, "countries", facets.Countries);
        WriteCounts(json, "kinds", facets.Kinds.Select(kind => new ValueCount(JsonNames.Of(kind.Kind), kind.Statements)));
        WriteCounts(json, "months", facets.Months);
        json.WriteEndObject();
    }

    /// <summary>Writes counts as an array of objects.</summary>
    public static void WriteCounts(Utf8JsonWriter json, string name, IEnumerable<ValueCount> counts)
    {
        json.WriteStartArray(name);
        foreach (var (value, statements) in counts)
        {
            json.WriteStartObject();
            json.WriteText("value", value);
            json.WriteNumber("statements", statements);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
