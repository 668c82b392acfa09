using System.Collections.Immutable;
using System.Text.Json;
using Inquit.Actors;
using Inquit.Ledger;

namespace Inquit.App.Formats;

/// <summary>
/// A whole ledger as lines of JSON, an object each: <c>{"ledger":"inquit",…}</c> first, then <c>{"decision":…}</c>, <c>{"article":…}</c>
/// and <c>{"record":…}</c>. The object of an article has all that <c>inquit read</c> gives of it, and its text.
/// </summary>
internal static class LedgerLines
{
    /// <summary>What the head names.</summary>
    public const string Program = "inquit";

    /// <summary>The version of this form.</summary>
    public const int Version = 1;

    /// <summary>A piece as a line.</summary>
    public static ReadOnlyMemory<byte> Write(LedgerPiece piece) => JsonLinesFormat.Line(json =>
    {
        json.WriteStartObject();
        switch (piece)
        {
            case LedgerHead head:
                json.WriteString("ledger", Program);
                json.WriteNumber("version", Version);
                json.WriteNumber("decisions", head.Decisions);
                json.WriteNumber("articles", head.Articles);
                json.WriteNumber("records", head.Records);
                json.WriteNumber("lastDecision", head.LastDecision);
                break;
            case LedgerDecision(var decision):
                json.WriteNumber("decision", decision.Number);
                json.WriteText("kind", JsonNames.Of(decision.Kind));
                json.WriteNumber("first", decision.First);
                json.WriteNumber("second", decision.Second);
                WriteProfile(json, decision.Profile);
                break;
            case LedgerArticle article:
                WriteArticle(json, article);
                break;
            case LedgerRecord record:
                json.WriteNumber("record", record.Id);
                json.WriteText("actor", ActorId.Of(record.Actor));
                WriteNumber(json, "splitFrom", record.SplitFrom);
                WriteSightings(json, record.Sightings);
                break;
        }

        json.WriteEndObject();
    });

    private static void WriteArticle(Utf8JsonWriter json, LedgerArticle piece)
    {
        var (stored, findings, sightings) = piece;
        var article = stored.Article;
        json.WriteText("article", stored.Id);
        json.WriteText("supersededBy", stored.SupersededBy);
        json.WriteText("added", Iso.Of(stored.Added));
        json.WriteText("engine", stored.Engine.ToString());
        json.WriteText("recordId", article.RecordId);
        json.WriteTexts("authors", article.Authors);
        JsonLinesFormat.WriteFindings(json, findings);
        WriteSightings(json, sightings);
        json.WriteNumber("bodyStart", CodePointMaps.Of(article.Text).ToCodePoints(article.BodyStart));
        json.WriteText("text", article.Text);
    }

    private static void WriteSightings(Utf8JsonWriter json, ImmutableArray<StoredSighting> sightings)
    {
        json.WriteStartArray("sightings");
        foreach (var sighting in sightings)
        {
            json.WriteStartObject();
            json.WriteNumber("id", sighting.Id);
            json.WriteNumber("record", sighting.Record);
            json.WriteText("actor", ActorId.Of(sighting.Actor));
            WriteProfile(json, sighting.Profile);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProfile(Utf8JsonWriter json, ActorProfile? profile)
    {
        if (profile is null)
        {
            json.WriteNull("profile");
            return;
        }

        json.WriteStartObject("profile");
        json.WriteText("name", profile.Name);
        json.WriteText("type", JsonNames.Of(profile.Type));
        json.WriteText("role", profile.Role);
        json.WriteText("affiliation", profile.Affiliation);
        json.WriteText("country", profile.Country);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? number)
    {
        if (number is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteNumber(name, number.Value);
        }
    }
}
