using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Inquit.Actors;
using Inquit.Attribution;
using Inquit.Ledger.Actors;
using Inquit.Ledger.Search;
using Inquit.Ledger.Sql;

namespace Inquit.Ledger;

/// <summary>Writes articles and what was found in them, within a transaction that was begun.</summary>
/// <param name="dialect">The kind of store.</param>
/// <param name="session">Where it is written.</param>
/// <param name="openSightings">Gives, of an article by its number, what it says of actors.</param>
/// <param name="cancellation">Ends the writing.</param>
internal sealed class ArticleWriter(Dialect dialect, Session session, Func<int, Task<ArticleSightings>> openSightings, CancellationToken cancellation)
{
    /// <summary>
    /// Adds an article; the version whose place it takes is marked. It takes none where its own newer version is there, or where it may
    /// not: it is then an older version of that one, or of the one that holds.
    /// </summary>
    public async Task<AddOutcome> AddAsync(string id, ArticleFindings findings, EngineVersion engine, DateTimeOffset added, string? supersededBy = null, bool takesPlace = true)
    {
        if (await NumberOfAsync(id).ConfigureAwait(false) is not null)
        {
            return new AddOutcome(AddKind.Known, id, 0);
        }

        var article = findings.Article;
        var number = 1 + (int)(await session.ReadNumberAsync($"SELECT max(number) FROM article", cancellation).ConfigureAwait(false) ?? 0);
        if (number >= StatementKey.MostArticles)
        {
            throw new ArgumentException($"The ledger is full: it has {StatementKey.MostArticles - 1} articles. Begin another one.");
        }

        var place = PlaceOf(article);
        long? newer = supersededBy is null ? null : await NumberOfAsync(supersededBy).ConfigureAwait(false);
        var current = place is null || newer is not null ? null : await session.ReadNumberAsync($"SELECT number FROM article WHERE place = {place} AND superseded_by IS NULL", cancellation).ConfigureAwait(false);
        var previous = takesPlace ? current : null;
        newer ??= takesPlace ? null : current;
        if (previous is not null)
        {
            await session.WriteAsync($"UPDATE article SET superseded_by = {number} WHERE number = {previous}", cancellation).ConfigureAwait(false);
        }

        await session.WriteAsync(
            $"""
            INSERT INTO article (number, id, place, superseded_by, document, document_id, title, outlet, outlet_words, url, authors, published, language, engine, added, body_start, text)
            VALUES ({number}, {id}, {place}, {newer}, {article.Document}, {article.RecordId}, {article.Title}, {article.Outlet}, {SearchWords.OfName(article.Outlet)}, {article.Url}, {AuthorsOf(article)},
                {StoredTime.Write(article.Published)}, {article.Language}, {engine.ToString()}, {StoredTime.Write(added)}, {article.BodyStart}, {article.Text})
            """,
            cancellation).ConfigureAwait(false);
        await AddFindingsAsync(number, findings).ConfigureAwait(false);
        return new AddOutcome(previous is not null ? AddKind.Corrected : newer is not null ? AddKind.Older : AddKind.Added, id, findings.Statements.Length);
    }

    /// <summary>Puts what was found in the place of what was found before; returns the article's number.</summary>
    public async Task<int> ReplaceAsync(string id, ArticleFindings findings, EngineVersion engine)
    {
        var number = await NumberOfAsync(id).ConfigureAwait(false) ?? throw new ArgumentException($"There is no article {id}.", nameof(id));
        await session.WriteAsync(dialect.DeleteWords($"SELECT key FROM statement WHERE article = {number}"), cancellation).ConfigureAwait(false);
        await session.WriteAsync($"DELETE FROM speaker WHERE statement IN (SELECT key FROM statement WHERE article = {number})", cancellation).ConfigureAwait(false);
        await session.WriteAsync($"DELETE FROM statement WHERE article = {number}", cancellation).ConfigureAwait(false);
        await session.WriteAsync($"DELETE FROM entity WHERE article = {number}", cancellation).ConfigureAwait(false);
        await session.WriteAsync($"DELETE FROM time_expression WHERE article = {number}", cancellation).ConfigureAwait(false);
        await session.WriteAsync($"UPDATE article SET engine = {engine.ToString()} WHERE number = {number}", cancellation).ConfigureAwait(false);
        await AddFindingsAsync(number, findings).ConfigureAwait(false);
        return number;
    }

    private async Task<int?> NumberOfAsync(string id) => (int?)await session.ReadNumberAsync($"SELECT number FROM article WHERE id = {id}", cancellation).ConfigureAwait(false);

    private async Task AddFindingsAsync(int article, ArticleFindings findings)
    {
        if (findings.Statements.Length > StatementKey.MostStatements)
        {
            throw new ArgumentException($"The article has {findings.Statements.Length} statements; the most that a ledger takes of one is {StatementKey.MostStatements}. Split it.", nameof(findings));
        }

        var sightings = await openSightings(article).ConfigureAwait(false);
        foreach (var statement in findings.Statements)
        {
            await AddStatementAsync(article, findings.Article, statement, sightings).ConfigureAwait(false);
        }

        foreach (var (number, name) in findings.Names.Index())
        {
            await session.WriteAsync($"INSERT INTO entity (article, number, span, type, name) VALUES ({article}, {number}, {Spans.Write(name.Span)}, {name.Type.StoredName()}, {name.Name})", cancellation).ConfigureAwait(false);
        }

        foreach (var (number, time) in findings.Times.Index())
        {
            await session.WriteAsync($"INSERT INTO time_expression (article, number, span, type, value) VALUES ({article}, {number}, {Spans.Write(time.Span)}, {time.Type.StoredName()}, {time.Value})", cancellation).ConfigureAwait(false);
        }
    }

    private async Task AddStatementAsync(int number, Article article, Statement statement, ArticleSightings sightings)
    {
        var day = SaidDay.Of(statement, article.Published);
        var key = StatementKey.Of(day, number, statement.Index);
        await session.WriteAsync(
            $"""
            INSERT INTO statement (key, article, number, kind, confidence, within, day, source, cue, content, addressee, medium, place, said_basis, said_value, said_span)
            VALUES ({key}, {number}, {statement.Index}, {statement.Kind.StoredName()}, {Rounded(statement.Confidence)}, {statement.Within}, {StoredTime.Write(day)},
                {Spans.Write(statement.Source)}, {Spans.Write(statement.Cue)}, {Spans.Write(statement.Content)}, {Spans.Write(statement.Addressee)}, {Spans.Write(statement.Medium)}, {Spans.Write(statement.Place)},
                {statement.Said?.Basis.StoredName()}, {statement.Said?.Value}, {(statement.Said?.Span is { } span ? Spans.Write(span) : null)})
            """,
            cancellation).ConfigureAwait(false);
        var speakers = statement.Speaker == Speaker.Unresolved ? [] : statement.Speaker.Members.Prepend(statement.Speaker).ToArray();
        foreach (var (position, speaker) in speakers.Index())
        {
            var sighting = await sightings.ResolveAsync(speaker).ConfigureAwait(false);
            await session.WriteAsync(
                $"""
                INSERT INTO speaker (statement, position, name, type, role, role_words, affiliation, country, resolved_by, confidence, sighting)
                VALUES ({key}, {position}, {speaker.Name}, {speaker.Type.StoredName()}, {speaker.Role}, {SearchWords.OfName(speaker.Role)}, {speaker.Affiliation}, {speaker.Country}, {speaker.ResolvedBy.StoredName()}, {Rounded(speaker.Confidence)}, {sighting})
                """,
                cancellation).ConfigureAwait(false);
        }

        var fields = new[] { statement.Content, statement.Source }.Select(spans => string.Join(' ', spans.Select(span => article.Text[span.Start..span.End]))).Append(statement.Speaker.Name);
        await session.WriteAsync(dialect.InsertWords(key, StatementWords.Of(fields)), cancellation).ConfigureAwait(false);
    }

    /// <summary>What the versions of one article share: its address; where it has none, its outlet and the id that the outlet gave it. Null where it has neither.</summary>
    private static string? PlaceOf(Article article)
    {
        var place = !string.IsNullOrEmpty(article.Url) ? "url\n" + article.Url
            : !string.IsNullOrEmpty(article.Outlet) && !string.IsNullOrEmpty(article.RecordId) ? $"id\n{article.Outlet}\n{article.RecordId}"
            : null;
        return place is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(StoredText.Escape(place)!)));
    }

    private static string? AuthorsOf(Article article) => article.Authors.Count == 0 ? null : JsonSerializer.Serialize(article.Authors.Select(StoredText.Escape));

    /// <summary>A confidence as all formats give it, so that what is shown is what is kept and what was exported is what comes back.</summary>
    private static double? Rounded(double? confidence) => confidence is { } value ? Math.Round(value, 4) : null;
}
