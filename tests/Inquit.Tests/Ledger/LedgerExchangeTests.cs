using Inquit.Actors;
using Inquit.Ledger;
using Xunit;

namespace Inquit.Tests;

public sealed class SqliteExchangeTests() : LedgerExchangeTests(new SqlitePlace(), new SqlitePlace());

public sealed class PostgresExchangeTests() : LedgerExchangeTests(new PostgresPlace(), new PostgresPlace());

public sealed class SqliteToPostgresExchangeTests() : LedgerExchangeTests(new SqlitePlace(), new PostgresPlace());

public sealed class PostgresToSqliteExchangeTests() : LedgerExchangeTests(new PostgresPlace(), new SqlitePlace());

/// <summary>What is taken out of one ledger makes an equal one.</summary>
public abstract class LedgerExchangeTests(LedgerPlace from, LedgerPlace to) : IDisposable
{
    private static readonly EngineVersion Engine = EngineVersion.Parse("1.2.0+aaaa");
    private static readonly EngineVersion NewerEngine = EngineVersion.Parse("1.3.0+aaaa");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        from.Dispose();
        to.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_exported_ledger_is_restored_row_by_row_and_goes_on_alike()
    {
        await using var source = await from.OpenAsync();
        await using var target = await to.OpenAsync();
        await FillAsync(source);
        await target.RestoreAsync(source.ExportAsync(Cancellation), Cancellation);
        await AssertEqualAsync(from, to);

        // What comes later meets the same actors and decisions.
        foreach (var ledger in new[] { source, target })
        {
            await ledger.AddAsync(LedgerTests.Said("Lavrov", "later", role: "foreign minister", country: "RU"), NewerEngine, Cancellation);
            await ledger.AddAsync(LedgerTests.Said("Ann Lee", "later still"), NewerEngine, Cancellation);
            await ledger.UndoAsync((await ledger.DecisionsAsync(Cancellation))[0].Number, Cancellation);
            Assert.Equal(4, (await ledger.MergeAsync(0, 1, Cancellation)).Number); // the third was taken back and is not used again
        }

        await AssertEqualAsync(from, to);
    }

    [Fact]
    public async Task An_empty_ledger_is_exported_and_restored()
    {
        await using var source = await from.OpenAsync();
        await using var target = await to.OpenAsync();
        var pieces = await source.ExportAsync(Cancellation).ToListAsync(Cancellation);
        Assert.Equal([new LedgerHead(0, 0, 0, 0)], pieces);
        await target.RestoreAsync(pieces.ToAsyncEnumerable(), Cancellation);
        Assert.Equal(0, (await target.CountAsync(Cancellation)).Articles);
    }

    [Fact]
    public async Task What_is_not_whole_is_refused_and_leaves_nothing()
    {
        await using var source = await from.OpenAsync();
        await using var target = await to.OpenAsync();
        await FillAsync(source);
        var pieces = await source.ExportAsync(Cancellation).ToListAsync(Cancellation);
        var article = pieces.OfType<LedgerArticle>().First(piece => piece.Sightings.Length > 0);
        var at = pieces.IndexOf(article);
        (string Says, IEnumerable<LedgerPiece> Pieces)[] broken =
        [
            ("not whole", []),
            ("does not come first", pieces.Skip(1)),
            ("not whole", pieces.SkipLast(1)),
            ("not whole", pieces.Where(piece => piece != article)),
            ("is there twice", [.. pieces.Take(at + 1), .. pieces.Skip(at)]),
            ("A second ledger begins", [.. pieces, pieces[0]]),
            ("is missing", pieces.Select(piece => piece == article ? article with { Sightings = [] } : piece)),
            ("its id is another", pieces.Select(piece => piece == article ? article with { Stored = article.Stored with { Id = new string('0', 64) } } : piece)),
            ("Two are numbered", pieces.Select(piece => piece is LedgerRecord { Id: 0 } record ? record with { Sightings = [article.Sightings[0]] } : piece)),
            ("no record 9999", pieces.Select(piece => piece is LedgerDecision(var decision) ? new LedgerDecision(decision with { First = 9999 }) : piece)),
        ];
        foreach (var (says, wrong) in broken)
        {
            var refused = await Assert.ThrowsAsync<InvalidDataException>(() => target.RestoreAsync(wrong.ToAsyncEnumerable(), Cancellation));
            Assert.Contains(says, refused.Message, StringComparison.Ordinal);
            Assert.Equal((0L, 0L), ((await target.CountAsync(Cancellation)).Articles, (await target.CountAsync(Cancellation)).Actors));
        }

        await target.RestoreAsync(pieces.ToAsyncEnumerable(), Cancellation);
        await AssertEqualAsync(from, to);
        await Assert.ThrowsAsync<ArgumentException>(() => target.RestoreAsync(pieces.ToAsyncEnumerable(), Cancellation));
        await AssertEqualAsync(from, to);
    }

    [Fact]
    public async Task A_ledger_with_articles_of_its_own_adopts_articles_and_decisions_once()
    {
        await using var source = await from.OpenAsync();
        await using var target = await to.OpenAsync();
        await target.AddAsync(LedgerTests.Said("Zoe Zeller", "something else"), Engine, Cancellation);
        await target.AddAsync(Version("it thawed"), NewerEngine, Cancellation); // newer than what comes
        await FillAsync(source);
        await source.AddAsync(Version("it thawed"), Engine, Cancellation);

        Assert.Empty(await AdoptAsync(source, target));
        var counts = await target.CountAsync(Cancellation);
        Assert.Equal((await source.CountAsync(Cancellation)).Articles + 1, counts.Articles);
        Assert.Equal((await source.CountAsync(Cancellation)).Superseded, counts.Superseded);
        Assert.Equal(Engine, (await ArticleAsync(target, "it rained")).Engine);
        Assert.Equal((await ArticleAsync(source, "it thawed")).Id, (await ArticleAsync(target, "it snowed")).SupersededBy);
        Assert.Equal(["Ann Lee", "Robert Lee"], await SpeakersWithAsync(target, "Ann Lee"));
        Assert.Equal(["Lavrov"], await SpeakersWithAsync(target, "Lavrov"));

        var before = await LedgerDump.OfAsync(to.Address);
        Assert.Empty(await AdoptAsync(source, target));
        var after = await LedgerDump.OfAsync(to.Address);
        Assert.All(before.Keys.Where(table => table != "ledger"), table => Assert.Equal(before[table], after[table]));
    }

    [Theory]
    [InlineData("it hailed", "it hailed")] // the newest is here, those between are not
    [InlineData("it rained", "it hailed")]
    [InlineData("it thawed", "it hailed")] // what is here is of no version there: what was added last holds
    public async Task Of_several_versions_the_last_one_holds_after_an_adoption_and_after_an_export_of_it(string here, string holds)
    {
        await using var source = await from.OpenAsync();
        await using var target = await to.OpenAsync();
        await target.AddAsync(Version(here), Engine, Cancellation);
        foreach (var words in new[] { "it rained", "it snowed", "it hailed" })
        {
            await source.AddAsync(Version(words), Engine, Cancellation);
        }

        await AdoptAsync(source, target);
        Assert.Null((await ArticleAsync(target, holds)).SupersededBy);
        Assert.Equal(1, (await target.CountAsync(Cancellation)).Articles);

        using var third = new SqlitePlace();
        await using var restored = await third.OpenAsync();
        await restored.RestoreAsync(target.ExportAsync(Cancellation), Cancellation);
        await AssertEqualAsync(to, third);
    }

    /// <summary>A ledger with all that may happen in one: versions, lone surrogates, readings again, decisions made and taken back.</summary>
    private static async Task FillAsync(ILedger ledger)
    {
        await ledger.AddAsync(LedgerTests.Said("Robert Lee", "one", role: "fire chief of Dayton", country: "US"), Engine, Cancellation);
        await ledger.AddAsync(LedgerTests.Said("Ann Lee", "two \0 \ud800 😀", article => article with { Title = "T\udc00", Authors = ["A", "B \ud800"], Language = "en", Published = new DateOnly(2024, 5, 14) }), Engine, Cancellation);
        await ledger.AddAsync(LedgerTests.Said("Sergei Lavrov", "three", role: "foreign minister", country: "RU"), Engine, Cancellation);
        await ledger.AddAsync(LedgerTests.Said("Lavrov", "four", role: "foreign minister", country: "RU"), Engine, Cancellation);
        await ledger.AddAsync(LedgerTests.Said("Grushin", "five"), Engine, Cancellation);
        await ledger.AddAsync(LedgerTests.Said("Oleg Grushin", "six", role: "economist"), Engine, Cancellation);
        var (robert, ann, lavrov) = (await ActorAsync("Robert Lee"), await ActorAsync("Ann Lee"), await ActorAsync("Sergei Lavrov"));
        await ledger.MergeAsync(robert, ann, Cancellation);
        await ledger.SplitAsync(lavrov, new ActorProfile("Lavrov"), Cancellation);
        var second = await ledger.MergeAsync(robert, lavrov, Cancellation);
        await ledger.AddAsync(Version("it rained"), Engine, Cancellation);
        await ledger.AddAsync(Version("it snowed"), Engine, Cancellation);
        await ledger.UndoAsync(second.Number, Cancellation);
        await ledger.ReplaceAsync(LedgerTests.Said("Robert Lee", "one", role: "fire chief", country: "US"), NewerEngine, Cancellation);
        await ledger.AddAsync(LedgerTests.Said("Anna Lavrov", "seven", role: "economist"), NewerEngine, Cancellation);

        async Task<int> ActorAsync(string name) => (await ledger.ActorsAsync(new ActorSearch { Name = name }, Cancellation).FirstAsync(Cancellation)).Actor.Id;
    }

    private static Analysis Version(string words) => LedgerTests.Said("Bo Dahl", words, article => article with { Url = "https://example.org/w" });

    private static async Task<IReadOnlyList<(ActorDecision Decision, string Problem)>> AdoptAsync(ILedger source, ILedger target)
    {
        var adoption = new LedgerAdoption(target);
        await foreach (var piece in source.ExportAsync(Cancellation))
        {
            switch (piece)
            {
                case LedgerDecision decision: adoption.Add(decision); break;
                case LedgerArticle article: await adoption.AddAsync(article, Cancellation); break;
            }
        }

        return await adoption.DecideAsync(Cancellation);
    }

    private static async Task<StoredArticle> ArticleAsync(ILedger ledger, string words) =>
        Assert.Single(await ledger.FindArticlesAsync(Version(words).Article.ComputeId(), Cancellation)).Stored;

    private static async Task<IEnumerable<string>> SpeakersWithAsync(ILedger ledger, string name)
    {
        var actor = await ledger.ActorsAsync(new ActorSearch { Name = name }, Cancellation).FirstAsync(found => found.Actor.Profile.Names.Contains(name), Cancellation);
        return actor.Actor.Profile.Names.Order(StringComparer.Ordinal);
    }

    private static async Task AssertEqualAsync(LedgerPlace expected, LedgerPlace actual)
    {
        var (before, after) = (await LedgerDump.OfAsync(expected.Address), await LedgerDump.OfAsync(actual.Address));
        Assert.All(before.Keys.Intersect(after.Keys).Where(table => table != "ledger" && (table != "statement_words" || expected.GetType() == actual.GetType())), table => Assert.Equal(before[table], after[table]));
    }
}
