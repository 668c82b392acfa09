using System.Collections.Immutable;
using Inquit.Ledger;
using Inquit.Text;

namespace Inquit.App.Formats;

/// <summary>A column of a table of statements: its name, and its value, which is a text, a day, a number or null.</summary>
/// <param name="Name">Its name for programs.</param>
/// <param name="Type">What its values are: <see cref="string"/>, <see cref="DateOnly"/> or <see cref="double"/>.</param>
/// <param name="Value">The value of a statement.</param>
internal sealed record StatementColumn(string Name, Type Type, Func<FoundStatement, object?> Value);

/// <summary>The columns in which statements are given to spreadsheets and data frames, one row each.</summary>
internal static class StatementColumns
{
    /// <summary>All of them; new ones come at the end.</summary>
    public static readonly ImmutableArray<StatementColumn> All =
    [
        Text("id", found => found.Id),
        Day("day", found => found.Day),
        Text("speaker", found => found.Statement.Speaker.Name),
        Text("type", found => JsonNames.Of(found.Statement.Speaker.Type)),
        Text("role", found => found.Statement.Speaker.Role),
        Text("affiliation", found => found.Statement.Speaker.Affiliation),
        Text("country", found => found.Statement.Speaker.Country),
        Text("kind", found => JsonNames.Of(found.Statement.Kind)),
        Text("source", found => Words(found, found.Statement.Source)),
        Text("cue", found => Words(found, found.Statement.Cue)),
        Text("content", found => Words(found, found.Statement.Content)),
        Number("confidence", found => found.Statement.Confidence),
        Text("document", found => found.Article.Article.Document),
        Text("title", found => found.Article.Article.Title),
        Text("outlet", found => found.Article.Article.Outlet),
        Text("url", found => found.Article.Article.Url),
        Day("published", found => found.Article.Article.Published),
        Text("actors", found => found.Actors.IsEmpty ? null : string.Join("; ", found.Actors.Select(ActorId.Of))),
        Text("resolved_by", found => JsonNames.Of(found.Statement.Speaker.ResolvedBy)),
        Number("speaker_confidence", found => found.Statement.Speaker.Confidence),
        Text("addressee", found => Words(found, found.Statement.Addressee)),
        Text("medium", found => Words(found, found.Statement.Medium)),
        Text("place", found => Words(found, found.Statement.Place)),
        Text("said", found => found.Statement.Said?.Value),
        Text("within", found => found.Statement.Within is { } outer ? JsonNames.Id(outer) : null),
        Text("source_spans", found => Places(found, found.Statement.Source)),
        Text("cue_spans", found => Places(found, found.Statement.Cue)),
        Text("content_spans", found => Places(found, found.Statement.Content)),
    ];

    private static StatementColumn Text(string name, Func<FoundStatement, string?> value) => new(name, typeof(string), value);

    private static StatementColumn Day(string name, Func<FoundStatement, DateOnly?> value) => new(name, typeof(DateOnly), found => value(found));

    private static StatementColumn Number(string name, Func<FoundStatement, double?> value) => new(name, typeof(double), found => value(found));

    private static string? Words(FoundStatement found, ImmutableArray<TextSpan> spans) => spans.IsDefaultOrEmpty ? null : spans.TextOf(found.Article.Article.Text);

    /// <summary>Where the words stand in the article, in code points, as brat writes it: <c>12 30;41 57</c>.</summary>
    private static string? Places(FoundStatement found, ImmutableArray<TextSpan> spans)
    {
        if (spans.IsDefaultOrEmpty)
        {
            return null;
        }

        var map = CodePointMaps.Of(found.Article.Article.Text);
        return string.Join(';', spans.Select(span => FormattableString.Invariant($"{map.ToCodePoints(span.Start)} {map.ToCodePoints(span.End)}")));
    }
}
