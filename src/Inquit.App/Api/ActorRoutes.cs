using System.ComponentModel;
using System.Text.Json;
using Inquit.Actors;
using Inquit.App.Commands;
using Inquit.App.Formats;
using Inquit.Ledger;
using Microsoft.AspNetCore.Mvc;

namespace Inquit.App.Api;

/// <summary>Who speaks, and what people decided about that.</summary>
internal static class ActorRoutes
{
    /// <summary>Maps what only reads.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/actors", ListAsync).WithName("actors").WithTags("Speakers")
            .WithSummary("Lists who speaks, those with the most statements first")
            .Produces<ActorsShape>();
        api.MapGet("/actors/{id}", ShowAsync).WithName("actor").WithTags("Speakers")
            .WithSummary("A speaker: names, roles over time, outlets that carried them, and to whom they spoke")
            .WithDescription($"Outlets and addressees: the {StatementFacets.MostValues} with the most statements. Addressees are of the newest {ActorPortrait.MostAddressed} statements that have one. /days?actor=ID has the counts by day.")
            .Produces<ActorShape>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/actors/{id}/statements", StatementsAsync).WithName("actorStatements").WithTags("Speakers")
            .WithSummary("What a speaker said, the newest first")
            .Produces<StatementsShape>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/decisions", DecisionsAsync).WithName("decisions").WithTags("Decisions")
            .WithSummary("Lists what people decided about speakers")
            .Produces<DecisionsShape>();
        api.MapGet("/stats", StatsAsync).WithName("stats").WithTags("Ledger")
            .WithSummary("How much the ledger holds")
            .Produces<StatsShape>();
    }

    /// <summary>Maps what writes.</summary>
    public static void MapWriting(RouteGroupBuilder api)
    {
        api.MapPost("/actors/{id}/merge", MergeAsync).WithName("mergeActors").WithTags("Decisions")
            .WithSummary("Says that two speakers are one")
            .Produces<DecisionShape>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/actors/{id}/split", SplitAsync).WithName("splitActor").WithTags("Decisions")
            .WithSummary("Says that a name that was taken for a speaker's is somebody else's")
            .Produces<DecisionShape>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapDelete("/decisions/{number:int}", UndoAsync).WithName("undoDecision").WithTags("Decisions")
            .WithSummary("Takes a decision back")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        ILedger ledger,
        [FromQuery, Description("Only those with these words in one of their names.")] string? name,
        [FromQuery, Description("Only those of this country: two letters, as RU.")] string? country,
        [FromQuery, Description("The most speakers of a page.")] string? limit,
        [FromQuery, Description("The cursor of a page: what stands in next of the page before.")] string? after,
        CancellationToken cancellation)
    {
        var most = Parameters.Limit(limit);
        var search = new ActorSearch { Name = name, Country = Parameters.Country(country), After = Parameters.Actor("after", after), Limit = most + 1 };
        try
        {
            var found = await ledger.ActorsAsync(search, cancellation).ToListAsync(cancellation).ConfigureAwait(false);
            return Answers.Page(found, most, (json, actor) => RowWriter.WriteObject(json, LedgerRows.SpeakerColumns, LedgerRows.Of(actor)), actor => ActorId.Of(actor.Actor.Id));
        }
        catch (ArgumentException refused)
        {
            throw RefusedException.BadRequest(LedgerOptions.Plain(refused));
        }
    }

    private static async Task<IResult> ShowAsync(ILedger ledger, [Description("The id of the speaker, as a12.")] string id, CancellationToken cancellation)
    {
        var portrait = (ActorId.Read(id) is { } actor ? await ledger.PortraitAsync(actor, cancellation).ConfigureAwait(false) : null) ?? throw Unknown(id);
        return Answers.Json(json => WritePortrait(json, portrait));
    }

    private static async Task<IResult> StatementsAsync(ILedger ledger, [Description("The id of the speaker, as a12.")] string id, [AsParameters] StatementQuery query, CancellationToken cancellation)
    {
        var actor = await FindAsync(ledger, id, cancellation).ConfigureAwait(false);
        return await SearchRoutes.PageAsync(ledger, query.ToSearch() with { Actor = actor }, withFacets: false, cancellation).ConfigureAwait(false);
    }

    private static async Task<IResult> DecisionsAsync(ILedger ledger, CancellationToken cancellation)
    {
        var decisions = await ledger.DecisionsAsync(cancellation).ConfigureAwait(false);
        return Answers.Page(decisions, int.MaxValue, WriteDecision, decision => decision.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<IResult> StatsAsync(ILedger ledger, CancellationToken cancellation)
    {
        var count = await ledger.CountAsync(cancellation).ConfigureAwait(false);
        return Answers.Json(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("articles", count.Articles);
            json.WriteNumber("olderVersions", count.Superseded);
            json.WriteNumber("statements", count.Statements);
            json.WriteNumber("namedStatements", count.NamedStatements);
            json.WriteNumber("speakers", count.Actors);
            json.WriteNumber("decisions", count.Decisions);
            json.WriteText("first", Iso.Of(count.First));
            json.WriteText("last", Iso.Of(count.Last));
            json.WriteEndObject();
        });
    }

    private static async Task<IResult> MergeAsync(ILedger ledger, [Description("The id of the speaker, as a12.")] string id, MergeShape body, CancellationToken cancellation)
    {
        var (first, second) = (await FindAsync(ledger, id, cancellation).ConfigureAwait(false), await FindAsync(ledger, body.With, cancellation).ConfigureAwait(false));
        return await DecideAsync(() => ledger.MergeAsync(first, second, CancellationToken.None)).ConfigureAwait(false);
    }

    private static async Task<IResult> SplitAsync(ILedger ledger, [Description("The id of the speaker, as a12.")] string id, SplitShape body, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(body.Name))
        {
            throw RefusedException.BadRequest("name is empty. It takes the name under which articles speak of somebody else.");
        }

        var actor = await FindAsync(ledger, id, cancellation).ConfigureAwait(false);
        var profile = new ActorProfile(body.Name, Role: body.Role, Affiliation: body.Affiliation, Country: Parameters.Country(body.Country));
        return await DecideAsync(() => ledger.SplitAsync(actor, profile, CancellationToken.None)).ConfigureAwait(false);
    }

    private static async Task<IResult> UndoAsync(ILedger ledger, [Description("The number of the decision.")] int number)
    {
        try
        {
            await ledger.UndoAsync(number, CancellationToken.None).ConfigureAwait(false);
            return Results.NoContent();
        }
        catch (ArgumentException refused)
        {
            throw RefusedException.NotFound(LedgerOptions.Plain(refused));
        }
    }

    private static async Task<IResult> DecideAsync(Func<Task<ActorDecision>> decide)
    {
        try
        {
            var decision = await decide().ConfigureAwait(false);
            return Answers.Json(json => WriteDecision(json, decision), StatusCodes.Status201Created);
        }
        catch (ArgumentException refused)
        {
            throw new RefusedException(StatusCodes.Status409Conflict, LedgerOptions.Plain(refused));
        }
    }

    private static async Task<int> FindAsync(ILedger ledger, string id, CancellationToken cancellation)
    {
        var found = ActorId.Read(id) is { } actor ? await ledger.FindActorAsync(actor, cancellation).ConfigureAwait(false) : null;
        return found?.Actor.Id ?? throw Unknown(id);
    }

    private static RefusedException Unknown(string id) => RefusedException.NotFound($"There is no speaker '{id}'. An id is written as a12; /api/v1/actors?name=NAME finds it.");

    private static void WriteDecision(Utf8JsonWriter json, ActorDecision decision) => RowWriter.WriteObject(json, LedgerRows.DecisionColumns, LedgerRows.Of(decision));

    private static void WritePortrait(Utf8JsonWriter json, ActorPortrait portrait)
    {
        var profile = portrait.Activity.Actor.Profile;
        json.WriteStartObject();
        RowWriter.WriteProperties(json, LedgerRows.SpeakerColumns, LedgerRows.Of(portrait.Activity));
        json.WriteText("affiliation", profile.Affiliation);
        json.WriteTexts("otherNames", profile.OtherNames);
        json.WriteStartArray("roles");
        foreach (var role in portrait.Roles)
        {
            json.WriteStartObject();
            json.WriteText("role", role.Role);
            json.WriteText("affiliation", role.Affiliation);
            json.WriteNumber("statements", role.Statements);
            json.WriteText("first", Iso.Of(role.First));
            json.WriteText("last", Iso.Of(role.Last));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        SearchRoutes.WriteCounts(json, "outlets", portrait.Outlets);
        SearchRoutes.WriteCounts(json, "addressees", portrait.Addressees);
        json.WriteEndObject();
    }
}
