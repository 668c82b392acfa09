using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Inquit.Actors;
using Inquit.Attribution;
using Inquit.Ledger.Sql;
using Inquit.Meaning;

namespace Inquit.Ledger;

/// <summary>Statements and articles as queries give them: a row for each speaker of a statement, or one without.</summary>
internal static class StatementRows
{
    private const int SpeakerColumn = 15;
    private const int ArticleColumn = 24;

    /// <summary>The columns of an article.</summary>
    public const string ArticleColumns = "a.number, a.id, newer.id, a.engine, a.document, a.document_id, a.title, a.outlet, a.url, a.authors, a.published, a.language, a.body_start, a.text, a.added";

    /// <summary>The tables that <see cref="ArticleColumns"/> are of.</summary>
    public const string ArticleTables = "article a LEFT JOIN article newer ON newer.number = a.superseded_by";

    /// <summary>What is selected of statements <c>s</c>, speakers <c>p</c>, their records <c>r</c> and articles <c>a</c>.</summary>
    public const string Columns =
        """
        s.key, s.number, s.kind, s.confidence, s.within, s.day, s.source, s.cue, s.content, s.addressee, s.medium, s.place, s.said_basis, s.said_value, s.said_span,
        p.position, p.name, p.type, p.role, p.affiliation, p.country, p.resolved_by, p.confidence, r.actor,
        """ + "\n" + ArticleColumns;

    /// <summary>The tables that <see cref="Columns"/> are of, beside the one of statements.</summary>
    public const string Tables =
        $"""
        JOIN ({ArticleTables}) ON a.number = s.article
        LEFT JOIN speaker p ON p.statement = s.key
        LEFT JOIN actor_sighting q ON q.id = p.sighting
        LEFT JOIN actor_record r ON r.id = q.record
        """;

    /// <summary>Reads statements; the rows of one stand together.</summary>
    public static async IAsyncEnumerable<FoundStatement> ReadAsync(DbDataReader row, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var article = (Number: 0L, Stored: default(StoredArticle));
        var isRow = await row.ReadAsync(cancellation).ConfigureAwait(false);
        while (isRow)
        {
            var key = row.GetInt64(0);
            if (article.Number != row.GetInt64(ArticleColumn))
            {
                article = (row.GetInt64(ArticleColumn), ReadArticle(row, ArticleColumn));
            }

            var statement = ReadStatement(row);
            var day = StoredTime.ReadDay(row.Text(5));
            var speakers = new List<Speaker>();
            var actors = ImmutableArray.CreateBuilder<int>();
            do
            {
                if (!row.IsDBNull(SpeakerColumn))
                {
                    speakers.Add(ReadSpeaker(row));
                }

                if (row.NumberOrNull(SpeakerColumn + 8) is { } actor && !actors.Contains(actor))
                {
                    actors.Add(actor);
                }

                isRow = await row.ReadAsync(cancellation).ConfigureAwait(false);
            }
            while (isRow && row.GetInt64(0) == key);

            yield return new FoundStatement(article.Stored!, WithSpeaker(statement, speakers), day, actors.ToImmutable());
        }
    }

    /// <summary>An article from the columns that begin at <paramref name="at"/>.</summary>
    public static StoredArticle ReadArticle(DbDataReader row, int at = 0) => new(
        row.GetString(at + 1),
        new Article(row.Text(at + 13)!)
        {
            Document = row.Text(at + 4),
            RecordId = row.Text(at + 5),
            Title = row.Text(at + 6),
            Outlet = row.Text(at + 7),
            Url = row.Text(at + 8),
            Authors = row.IsDBNull(at + 9) ? [] : [.. JsonSerializer.Deserialize<string[]>(row.Text(at + 9)!)!.Select(StoredText.Unescape)],
            Published = StoredTime.ReadDay(row.Text(at + 10)),
            Language = row.Text(at + 11),
            BodyStart = row.Number(at + 12),
        },
        EngineVersion.Parse(row.GetString(at + 3)),
        row.Text(at + 2),
        StoredTime.ReadMoment(row.GetString(at + 14)));

    private static Statement WithSpeaker(Statement statement, List<Speaker> speakers) => speakers switch
    {
        [] => statement,
        [var only] => statement with { Speaker = only },
        [var joint, .. var members] => statement with { Speaker = joint with { Members = [.. members] } },
    };

    private static Statement ReadStatement(DbDataReader row) => new()
    {
        Index = row.Number(1),
        Kind = row.Value<StatementKind>(2),
        Confidence = row.GetDouble(3),
        Within = row.NumberOrNull(4),
        Source = Spans.Read(row.Text(6)),
        Cue = Spans.Read(row.Text(7)),
        Content = Spans.Read(row.Text(8)),
        Addressee = Spans.Read(row.Text(9)),
        Medium = Spans.Read(row.Text(10)),
        Place = Spans.Read(row.Text(11)),
        Said = row.IsDBNull(12) ? null : new StatementTime(row.Text(13), row.Value<TimeBasis>(12), row.IsDBNull(14) ? null : Spans.Read(row.Text(14))[0]),
    };

    private static Speaker ReadSpeaker(DbDataReader row) => new(
        row.Text(SpeakerColumn + 1),
        row.Value<SpeakerType>(SpeakerColumn + 2),
        row.Text(SpeakerColumn + 3),
        row.Text(SpeakerColumn + 4),
        row.Text(SpeakerColumn + 5),
        row.Value<SpeakerResolution>(SpeakerColumn + 6))
    {
        Confidence = row.IsDBNull(SpeakerColumn + 7) ? null : row.GetDouble(SpeakerColumn + 7),
    };
}
