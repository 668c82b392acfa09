using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Inquit.Actors;
using Inquit.Attribution;
using Inquit.Ledger;
using Inquit.Linguistics;
using Inquit.Meaning;

namespace Inquit.App.Formats;

/// <summary>Reads what <see cref="LedgerLines"/> writes, strictly: words that are not those of the text, ids that do not fit and values that are not known are errors.</summary>
internal static class LedgerLineReader
{
    /// <summary>The piece that a line is.</summary>
    /// <exception cref="InvalidDataException">It is none; the message says what is wrong.</exception>
    public static LedgerPiece Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var fields = JsonFields.OfLine(document.RootElement);
            return fields.Has("article") ? ReadArticle(fields)
                : fields.Has("record") ? new LedgerRecord(fields.Int32("record"), OptionalInt32(fields, "splitFrom"), ActorOf(fields), ReadSightings(fields))
                : fields.Has("decision") ? ReadDecision(fields)
                : ReadHead(fields);
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException($"This is not JSON: byte {failure.BytePositionInLine} does not fit.", failure);
        }
    }

    private static LedgerHead ReadHead(JsonFields fields)
    {
        if (!fields.Has("ledger") || fields.Text("ledger") != LedgerLines.Program)
        {
            throw new InvalidDataException("This is no line of an exported ledger. 'inquit export' writes one; articles are read by 'inquit add'.");
        }

        return fields.Number("version") == LedgerLines.Version
            ? new LedgerHead(fields.Int32("decisions"), fields.Int32("articles"), fields.Int32("records"), fields.Int32("lastDecision"))
            : throw new InvalidDataException($"The ledger was exported by another version of the program, in form {fields.Number("version")}; this one reads form {LedgerLines.Version}.");
    }

    private static LedgerDecision ReadDecision(JsonFields fields)
    {
        var decision = new ActorDecision(fields.Int32("decision"), fields.Value<ActorDecisionKind>("kind", JsonNames.Of), fields.Int32("first"), fields.Int32("second"), ReadProfile(fields));
        return decision is { Kind: ActorDecisionKind.Split, Profile: null } ? throw fields.Wrong("profile", "is null") : new LedgerDecision(decision);
    }

    private static LedgerArticle ReadArticle(JsonFields fields)
    {
        var spans = new SpanReader(fields.RequiredText("text"));
        var article = ReadArticleAlone(fields, spans);
        var statements = fields.Objects("statements").Select((statement, index) => ReadStatement(statement, index, spans)).ToImmutableArray();
        if (statements.FirstOrDefault(statement => statement.Within >= statements.Length) is { } lost)
        {
            throw fields.Wrong($"statements[{lost.Index}].within", $"is '{JsonNames.Id(lost.Within!.Value)}', which is no other statement's id");
        }

        var names = fields.Objects("entities").Select(name => new StoredName(spans.ReadSpan(name, "span"), name.Value<EntityType>("type", JsonNames.Of), name.Text("name"))).ToImmutableArray();
        var times = fields.Objects("times").Select(time => new TimeExpression(spans.ReadTime(time), time.Value<TimeType>("type", JsonNames.Of), time.Text("value"))).ToImmutableArray();
        var stored = new StoredArticle(fields.RequiredText("article"), article, ReadEngine(fields), fields.Text("supersededBy"), ReadMoment(fields));
        return stored.Id == article.ComputeId()
            ? new LedgerArticle(stored, new ArticleFindings(article, statements, names, times), ReadSightings(fields))
            : throw fields.Wrong("article", "is not the id of this text and url; one of the three was changed");
    }

    /// <summary>The article itself: its text and what is known of it.</summary>
    /// <exception cref="InvalidDataException">A property is missing or of another sort.</exception>
    public static Article ReadArticleAlone(JsonFields fields, SpanReader spans) => new(spans.Text)
    {
        BodyStart = spans.ReadOffset(fields, "bodyStart"),
        Document = fields.Text("document"),
        RecordId = fields.Text("recordId"),
        Title = fields.Text("title"),
        Outlet = fields.Text("outlet"),
        Url = fields.Text("url"),
        Authors = fields.Texts("authors"),
        Published = fields.Day("published"),
        Language = fields.Text("language"),
    };

    private static Statement ReadStatement(JsonFields fields, int index, SpanReader spans)
    {
        if (fields.RequiredText("id") != JsonNames.Id(index))
        {
            throw fields.Wrong("id", $"is not {JsonNames.Id(index)}, the statement's place");
        }

        var content = spans.ReadRole(fields, "content");
        return new Statement
        {
            Index = index,
            Kind = fields.Value<StatementKind>("kind", JsonNames.Of),
            Source = spans.ReadRole(fields, "source"),
            Cue = spans.ReadRole(fields, "cue"),
            Content = content,
            Addressee = spans.ReadRole(fields, "addressee"),
            Medium = spans.ReadRole(fields, "medium"),
            Place = spans.ReadRole(fields, "place"),
            Speaker = ReadSpeaker(fields.Object("speaker") ?? throw fields.Wrong("speaker", "is null")),
            Within = ReadWithin(fields, index),
            Said = fields.Object("said") is { } said ? new StatementTime(said.Text("value"), said.Value<TimeBasis>("basis", JsonNames.Of), spans.ReadOptionalSpan(said, "span")) : null,
            Confidence = fields.Share("confidence") ?? throw fields.Wrong("confidence", "is null"),
        };
    }

    private static Speaker ReadSpeaker(JsonFields fields) => ReadOne(fields) with { Members = [.. fields.Objects("members").Select(ReadOne)] };

    private static Speaker ReadOne(JsonFields fields) => new(
        fields.Text("name"),
        fields.Value<SpeakerType>("type", JsonNames.Of),
        fields.Text("role"),
        fields.Text("affiliation"),
        fields.Text("country"),
        fields.Value<SpeakerResolution>("resolvedBy", JsonNames.Of))
    {
        Confidence = fields.Share("confidence"),
    };

    private static int? ReadWithin(JsonFields fields, int index)
    {
        if (fields.Text("within") is not { } within)
        {
            return null;
        }

        return within.StartsWith('s') && int.TryParse(within.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place - 1 != index
            ? place - 1
            : throw fields.Wrong("within", $"is '{within}', which is no other statement's id");
    }

    private static EngineVersion ReadEngine(JsonFields fields)
    {
        try
        {
            return EngineVersion.Parse(fields.RequiredText("engine"));
        }
        catch (FormatException)
        {
            throw fields.Wrong("engine", "is no version of an engine");
        }
    }

    private static DateTimeOffset ReadMoment(JsonFields fields) =>
        Iso.Moment(fields.RequiredText("added")) ?? throw fields.Wrong("added", "is no moment: one is written 2024-05-14T16:05:00Z");

    private static ImmutableArray<StoredSighting> ReadSightings(JsonFields fields) =>
        [.. fields.Objects("sightings").Select(sighting => new StoredSighting(sighting.Number("id") ?? throw sighting.Wrong("id", "is null"), sighting.Int32("record"), ActorOf(sighting), ReadProfile(sighting) ?? throw sighting.Wrong("profile", "is null")))];

    private static ActorProfile? ReadProfile(JsonFields fields) => fields.Object("profile") is { } profile
        ? new ActorProfile(profile.RequiredText("name"), profile.Value<SpeakerType>("type", JsonNames.Of), profile.Text("role"), profile.Text("affiliation"), profile.Text("country"))
        : null;

    private static int ActorOf(JsonFields fields) => ActorId.Read(fields.RequiredText("actor")) ?? throw fields.Wrong("actor", "is no id of an actor: one is written a12");

    private static int? OptionalInt32(JsonFields fields, string name) => fields.Number(name) is null ? null : fields.Int32(name);
}
