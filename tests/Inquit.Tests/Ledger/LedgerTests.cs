using CsCheck;
using Inquit.Actors;
using Inquit.Attribution;
using Inquit.Ledger;
using Inquit.Ledger.Search;
using Inquit.Ledger.Sql;
using Inquit.Linguistics;
using Inquit.Meaning;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests;

public sealed class SqliteLedgerTests() : LedgerTests(new SqlitePlace());

/// <summary>A ledger in a file while another program writes to it.</summary>
public sealed class SqliteLockTests
{
    [Fact]
    public async Task A_writer_that_waited_long_enough_says_for_whom_and_may_try_again()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var place = new SqlitePlace();
        await using var ledger = await SqlLedger.OpenAsync(new SqliteDialect(place.Address, create: true, patience: 1), null, cancellation);
        var other = new SqliteDialect(place.Address, create: false);
        await using (var session = await other.OpenAsync(cancellation))
        {
            await other.BeginWriteAsync(session, cancellation);
            var refused = await Assert.ThrowsAsync<LedgerException>(() => ledger.AddAsync(LedgerTests.Said("Ana Ruiz", "it rained"), EngineVersion.Parse("1.0+a"), cancellation));
            Assert.StartsWith($"Another program has been writing to the ledger '{place.Address}' for 1 seconds. ", refused.Message, StringComparison.Ordinal);
            Assert.Equal(0, (await ledger.CountAsync(cancellation)).Articles); // readers do not wait
        }

        Assert.Equal(AddKind.Added, (await ledger.AddAsync(LedgerTests.Said("Ana Ruiz", "it rained"), EngineVersion.Parse("1.0+a"), cancellation)).Kind);
    }
}

public sealed class PostgresLedgerTests() : LedgerTests(new PostgresPlace());

/// <summary>What every ledger keeps to, whatever it is stored in.</summary>
public abstract class LedgerTests(LedgerPlace place) : IDisposable
{
    private static readonly EngineVersion Engine = EngineVersion.Parse("1.2.0+aaaa");
    private static readonly EngineVersion NewerEngine = EngineVersion.Parse("1.3.0+aaaa");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Adding_twice_changes_nothing()
    {
        await using var ledger = await place.OpenAsync();
        var article = Said("Ana Ruiz", "it rained");
        var first = await ledger.AddAsync(article, Engine, Cancellation);
        Assert.Equal((AddKind.Added, 1), (first.Kind, first.Statements));
        Assert.Equal(article.Article.ComputeId(), first.ArticleId);
        Assert.True(await ledger.ContainsAsync(first.ArticleId, Cancellation));
        var before = await ledger.CountAsync(Cancellation);
        Assert.Equal(AddKind.Known, (await ledger.AddAsync(article, NewerEngine, Cancellation)).Kind);
        var after = await ledger.CountAsync(Cancellation);
        Assert.Equal(before with { Engines = [] }, after with { Engines = [] });
        Assert.Equal([(Engine, 1L)], after.Engines);
        Assert.Equal((1L, 0L, 1L, 1L, 1L), (after.Articles, after.Superseded, after.Statements, after.NamedStatements, after.Actors));
    }

    [Fact]
    public async Task What_was_read_comes_back_as_it_was()
    {
        var text = "\uFEFFdate 2024-03-01\r\n😀 \0 \u001A0041 \ud800 Ana Ruiz and Bob Lee told reporters by letter in Rome on Tuesday: it rained \udc00.";
        var article = new Article(text)
        {
            BodyStart = 19,
            Document = "d\ud800",
            RecordId = "r1",
            Title = "T\0",
            Outlet = "Wire ’n’ Co",
            Url = "https://example.org/?q='%_",
            Authors = ["A, B", "C\ud800\"\n"],
            Published = new DateOnly(2024, 3, 1),
            Language = "en",
        };
        var analysis = MarkedText.Analyze(
            article,
            [
                new Statement { Index = 0, Kind = StatementKind.Mixed, Content = [Find("it rained")], Confidence = 0.1235 },
                new Statement
                {
                    Index = 1,
                    Kind = StatementKind.Direct,
                    Source = [Find("Ana Ruiz"), Find("Bob Lee")],
                    Cue = [Find("told")],
                    Content = [Find("it"), Find("rained")],
                    Addressee = [Find("reporters")],
                    Medium = [Find("letter")],
                    Place = [Find("Rome")],
                    Within = 0,
                    Confidence = 1,
                    Said = new StatementTime("2024-02-27TNI", TimeBasis.Text, Find("Tuesday")),
                    Speaker = new Speaker("Ana Ruiz; Bob \ud800 Lee", SpeakerType.Group)
                    {
                        Members =
                        [
                            new Speaker("Ana Ruiz", SpeakerType.Person, "mayor", "Dayton", "US", SpeakerResolution.Name),
                            new Speaker("a man", SpeakerType.Person),
                        ],
                    },
                },
                new Statement { Index = 2, Kind = StatementKind.Indirect, Content = [Find("rained")], Said = new StatementTime(null, TimeBasis.Published) },
            ],
            [new NamedEntity(new TokenRange(1, 2), EntityType.Place, "Here \ud800")]) with
        { Times = [new TimeExpression(Find("Tuesday"), TimeType.Date, "2024-02-27")] };

        await using (var ledger = await place.OpenAsync())
        {
            await ledger.AddAsync(analysis, Engine, Cancellation);
        }

        await using var again = await place.OpenAsync();
        var reading = Assert.Single(await again.FindArticlesAsync(article.ComputeId()[..12], Cancellation));
        Assert.Equal(article with { Authors = [] }, reading.Stored.Article with { Authors = [] });
        Assert.Equal(article.Authors, reading.Stored.Article.Authors);
        Assert.Equal((article.ComputeId(), Engine, null), (reading.Stored.Id, reading.Stored.Engine, reading.Stored.SupersededBy));
        Assert.Equal(analysis.Times, reading.Times);
        Assert.Equal(new StoredName(analysis.Segmentation.SpanOf(new TokenRange(1, 2)), EntityType.Place, "Here \ud800"), Assert.Single(reading.Names));
        Assert.Equal(3, reading.Statements.Length);
        Assert.All(reading.Statements.Zip(analysis.Statements), pair => AssertEqual(pair.Second, pair.First.Statement));
        Assert.Equal([new DateOnly(2024, 3, 1), new DateOnly(2024, 2, 27), new DateOnly(2024, 3, 1)], reading.Statements.Select(statement => statement.Day!.Value));
        Assert.Equal([0, 1, 0], reading.Statements.Select(statement => statement.Actors.Length));

        TextSpan Find(string words) => new(text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length);
    }

    [Theory]
    [InlineData("https://example.org/a", null, null)]
    [InlineData(null, "Wire", "17")]
    public async Task A_corrected_article_is_a_new_version_and_the_old_one_is_kept(string? url, string? outlet, string? id)
    {
        await using var ledger = await place.OpenAsync();
        var old = Said("Ana Ruiz", "it rained", article => article with { Url = url, Outlet = outlet, RecordId = id });
        var corrected = Said("Ana Ruiz", "it snowed", article => article with { Url = url, Outlet = outlet, RecordId = id });
        await ledger.AddAsync(old, Engine, Cancellation);
        var outcome = await ledger.AddAsync(corrected, Engine, Cancellation);
        Assert.Equal(AddKind.Corrected, outcome.Kind);
        Assert.Equal(AddKind.Known, (await ledger.AddAsync(old, Engine, Cancellation)).Kind);
        Assert.Empty(await FindAsync(ledger, "rained"));
        Assert.Single(await FindAsync(ledger, "snowed"));
        Assert.Single(await FindAsync(ledger, "rained", search => search with { AllVersions = true }));
        Assert.Equal(outcome.ArticleId, Assert.Single(await ledger.FindArticlesAsync(old.Article.ComputeId(), Cancellation)).Stored.SupersededBy);
        var count = await ledger.CountAsync(Cancellation);
        Assert.Equal((1L, 1L, 1L), (count.Articles, count.Superseded, count.Statements));
    }

    [Fact]
    public async Task Articles_that_share_less_than_an_address_are_two()
    {
        await using var ledger = await place.OpenAsync();
        Func<Article, Article>[] places = [article => article, article => article with { Document = "x" }, article => article with { Outlet = "Wire" }, article => article with { RecordId = "17" }, article => article with { Outlet = "Wire", Document = "x" }];
        foreach (var describe in places)
        {
            await ledger.AddAsync(Said("Ana Ruiz", "it rained", describe), Engine, Cancellation);
            Assert.NotEqual(AddKind.Corrected, (await ledger.AddAsync(Said("Ana Ruiz", "it snowed", describe), Engine, Cancellation)).Kind);
        }

        Assert.Equal(0, (await ledger.CountAsync(Cancellation)).Superseded);
    }

    [Theory]
    [InlineData("sanctions", true)]
    [InlineData("SANCTIONS", true)]
    [InlineData("sanction", false)]
    [InlineData("sanction*", true)]
    [InlineData("sanctions germany", true)]
    [InlineData("sanctions france", false)]
    [InlineData("france OR germany", true)]
    [InlineData("germany OR france sanctions", true)]
    [InlineData("germany OR france rain", false)]
    [InlineData("\"led sanctions\"", true)]
    [InlineData("\"sanctions led\"", false)]
    [InlineData("\"US-led sanc\"*", true)]
    [InlineData("us", true)]
    [InlineData("u.s.-led", true)]
    [InlineData("led-us", false)]
    [InlineData("anti-missile", true)]
    [InlineData("antimissile", false)]
    [InlineData("muller", true)]
    [InlineData("Müller's", true)]
    [InlineData("Ｍüller", true)]
    [InlineData("dont", true)]
    [InlineData("don’t", true)]
    [InlineData("l'Etat", true)]
    [InlineData("2.1", true)]
    [InlineData("1.2", false)]
    [InlineData("Привет", true)]
    [InlineData("привет", true)]
    [InlineData("日本", true)]
    [InlineData("sanctions -germany", false)]
    [InlineData("sanctions -france", true)]
    [InlineData("sanctions -\"germany led\"", true)]
    [InlineData("sanctions -germ*", false)]
    [InlineData("and", true)]
    [InlineData("not or near", false)]
    [InlineData("Ruiz", true)]
    [InlineData("\"sanctions mayor\"", false)]
    [InlineData("\"日本 the\"", false)]
    [InlineData("x'); DROP TABLE article; --x", false)]
    public async Task Words_are_found_alike_in_every_store(string query, bool isFound)
    {
        await using var ledger = await place.OpenAsync();
        await ledger.AddAsync(MarkedText.Parse("{source:the mayor} {cue:said} {content:U.S.-led sanctions and anti-missile Müller’s don't; l’État 2.1 Germany Привет 日本}.", refine: statement =>
            statement with { Speaker = new Speaker("Ana Ruiz", SpeakerType.Person, ResolvedBy: SpeakerResolution.Description) }), Engine, Cancellation);
        await ledger.AddAsync(Said("Bob", "nothing at all"), Engine, Cancellation);
        Assert.Equal(isFound ? 1 : 0, (await FindAsync(ledger, query)).Count);
    }

    [Fact]
    public async Task Any_query_finds_what_a_reader_of_all_statements_finds()
    {
        await using var ledger = await place.OpenAsync();
        string[] words = ["oil", "oils", "o'il", "gas", "Öl", "U.N.", "un-led", "a"];
        var random = new Random(7);
        var texts = Enumerable.Range(0, 120).Select(_ => string.Join(' ', Enumerable.Range(0, 1 + random.Next(6)).Select(_ => words[random.Next(words.Length)]))).ToArray();
        foreach (var (index, text) in texts.Index())
        {
            await ledger.AddAsync(Said($"Speaker{index}", text), Engine, Cancellation);
        }

        foreach (var _ in Enumerable.Range(0, 150))
        {
            var typed = string.Join(' ', Enumerable.Range(0, 1 + random.Next(4)).Select(_ =>
            {
                var phrase = string.Join(' ', Enumerable.Range(0, 1 + random.Next(2)).Select(_ => words[random.Next(words.Length)]));
                return (random.Next(4) == 0 ? "-" : "") + (random.Next(2) == 0 ? $"\"{phrase}\"" : phrase) + (random.Next(4) == 0 ? "*" : "") + (random.Next(5) == 0 ? " OR gas" : "");
            }));
            var (query, problem) = SearchQuery.Parse(typed);
            if (query is null)
            {
                Assert.NotNull(problem);
                continue;
            }

            var expected = texts.Index().Where(text => Has(query, [.. SearchWords.Of(text.Item), SearchWords.Border, .. SearchWords.Of($"Speaker{text.Index}")])).Select(text => $"Speaker{text.Index}");
            var found = await FindAsync(ledger, typed, search => search with { Limit = 1000 });
            Assert.Equal(expected, found.Select(statement => statement.Statement.Speaker.Name));
        }

        static bool Has(SearchQuery query, string[] words) => query.All.All(group => group.Any(term => Stands(term, words))) && !query.None.Any(term => Stands(term, words));

        static bool Stands(SearchTerm term, string[] words) => Enumerable.Range(0, Math.Max(0, words.Length - term.Words.Length + 1)).Any(start =>
            term.Words.Index().All(word => term.IsPrefix && word.Index == term.Words.Length - 1
                ? words[start + word.Index].StartsWith(word.Item, StringComparison.Ordinal)
                : words[start + word.Index] == word.Item));
    }

    [Fact]
    public async Task The_newest_come_first_and_pages_follow_each_other()
    {
        await using var ledger = await place.OpenAsync();
        string?[] days = ["2024-01-05", null, "2024-02-01", "1987-03-01", "2024-01-05", null, "9999-12-31", "0001-01-01"];
        foreach (var (index, day) in days.Index())
        {
            await ledger.AddAsync(Said($"S{index}", "the same words", article => article with { Published = day is null ? null : DateOnly.Parse(day, null) }), Engine, Cancellation);
        }

        string[] expected = ["S6", "S2", "S0", "S4", "S3", "S7", "S1", "S5"];
        foreach (var words in new[] { "same", null })
        {
            Assert.Equal(expected, (await FindAsync(ledger, words)).Select(found => found.Statement.Speaker.Name));
            var paged = new List<string?>();
            string? after = null;
            while (await FindAsync(ledger, words, search => search with { Limit = 3, After = after }) is { Count: > 0 } page)
            {
                paged.AddRange(page.Select(found => found.Statement.Speaker.Name));
                after = page[^1].Id;
            }

            Assert.Equal(expected, paged);
            string[] turned = ["S7", "S3", "S4", "S0", "S2", "S6"];
            Assert.Equal(turned, (await FindAsync(ledger, words, search => search with { IsOldestFirst = true })).Select(found => found.Statement.Speaker.Name));
            var begin = await FindAsync(ledger, words, search => search with { IsOldestFirst = true, Limit = 2 });
            Assert.Equal(turned[2..], (await FindAsync(ledger, words, search => search with { IsOldestFirst = true, After = begin[^1].Id })).Select(found => found.Statement.Speaker.Name));
            Assert.Equal(["S2", "S0", "S4"], (await FindAsync(ledger, words, search => search with { Since = new DateOnly(2024, 1, 5), Until = new DateOnly(2024, 2, 1) })).Select(found => found.Statement.Speaker.Name));
            Assert.Equal(["S3", "S7"], (await FindAsync(ledger, words, search => search with { Until = new DateOnly(1987, 3, 1) })).Select(found => found.Statement.Speaker.Name));
            Assert.Equal(["S6", "S2"], (await FindAsync(ledger, words, search => search with { Since = new DateOnly(2024, 1, 6) })).Select(found => found.Statement.Speaker.Name));
        }

        await Assert.ThrowsAsync<ArgumentException>(() => FindAsync(ledger, "same", search => search with { After = "0123456789ab#s1" }));
        await Assert.ThrowsAsync<ArgumentException>(() => FindAsync(ledger, "same", search => search with { After = "s1" }));
    }

    [Fact]
    public async Task Filters_leave_out_what_they_do_not_fit()
    {
        await using var ledger = await place.OpenAsync();
        var minister = new Speaker("Sergei Lavrov", SpeakerType.Person, "Russian Foreign Minister", null, "RU", SpeakerResolution.Name);
        await ledger.AddAsync(By(minister, "first", article => article with { Outlet = "The Daily Wire" }, statement => statement with { Kind = StatementKind.Direct, Confidence = 0.9 }), Engine, Cancellation);
        await ledger.AddAsync(By(new Speaker("Ann Lee", SpeakerType.Person, "mayor", null, "US", SpeakerResolution.Name), "second"), Engine, Cancellation);
        await ledger.AddAsync(By(new Speaker("a foreign minister", SpeakerType.Person, "foreign minister"), "third"), Engine, Cancellation);
        await ledger.AddAsync(By(new Speaker("Ann Lee; Sergei Lavrov", SpeakerType.Group) { Members = [new Speaker("Ann Lee", SpeakerType.Person, "mayor", null, "US", SpeakerResolution.Name), minister] }, "fourth"), Engine, Cancellation);
        Assert.Equal(["first", "fourth"], await Found(search => search with { Speaker = "LAVROV" }));
        Assert.Equal(["second", "fourth"], await Found(search => search with { Speaker = "ann lee" }));
        Assert.Empty(await Found(search => search with { Speaker = "lee ann" }));
        Assert.Empty(await Found(search => search with { Speaker = "foreign minister" }));
        Assert.Equal(["first", "third", "fourth"], await Found(search => search with { Role = "foreign minister" }));
        Assert.Equal(["first", "fourth"], await Found(search => search with { Role = "minister", Country = "RU" }));
        Assert.Empty(await Found(search => search with { Speaker = "Lee", Country = "RU" }));
        Assert.Equal(["first"], await Found(search => search with { Outlet = "daily wire" }));
        Assert.Equal(["first"], await Found(search => search with { Kind = StatementKind.Direct }));
        Assert.Equal(["first"], await Found(search => search with { MinConfidence = 0.8 }));
        await Assert.ThrowsAsync<ArgumentException>(() => Found(search => search with { Role = "&" }));

        async Task<IEnumerable<string>> Found(Func<StatementSearch, StatementSearch> refine) =>
            (await FindAsync(ledger, null, refine)).Select(found => found.Statement.Content[0].Of(found.Article.Article.Text).ToString());
    }

    [Fact]
    public async Task What_is_found_is_counted_by_speaker_outlet_country_kind_month_and_day()
    {
        await using var ledger = await place.OpenAsync();
        var lee = new Speaker("Ann Lee", SpeakerType.Person, "mayor", null, "US", SpeakerResolution.Name);
        var lavrov = new Speaker("Sergei Lavrov", SpeakerType.Person, "foreign minister", null, "RU", SpeakerResolution.Name);
        await ledger.AddAsync(By(lee, "oil one", article => article with { Outlet = "Wire", Published = new DateOnly(2024, 5, 1) }, statement => statement with { Kind = StatementKind.Direct }), Engine, Cancellation);
        await ledger.AddAsync(By(new Speaker("Ann Lee; Sergei Lavrov", SpeakerType.Group) { Members = [lee, lavrov] }, "oil two", article => article with { Outlet = "Courier ’\ud800", Published = new DateOnly(2024, 5, 1) }), Engine, Cancellation);
        await ledger.AddAsync(By(lavrov, "oil three", article => article with { Outlet = "Wire", Published = new DateOnly(2023, 12, 31) }), Engine, Cancellation);
        await ledger.AddAsync(By(new Speaker("a man", SpeakerType.Person), "oil four"), Engine, Cancellation);
        await ledger.AddAsync(By(lee, "gas", article => article with { Published = new DateOnly(2024, 5, 2) }), Engine, Cancellation);
        var oil = new StatementSearch { Words = SearchQuery.Parse("oil").Query, Limit = 1 };

        var facets = await ledger.FacetsAsync(oil, Cancellation);
        Assert.Equal((4, true), (facets.Statements, facets.IsComplete));
        Assert.Equal([("Ann Lee", 2), ("Sergei Lavrov", 2)], facets.Speakers.Select(speaker => (speaker.Name, speaker.Statements)));
        Assert.Equal([new ValueCount("Wire", 2), new ValueCount("Courier ’\ud800", 1)], facets.Outlets);
        Assert.Equal([new ValueCount("RU", 2), new ValueCount("US", 2)], facets.Countries);
        Assert.Equal([new KindCount(StatementKind.Indirect, 3), new KindCount(StatementKind.Direct, 1)], facets.Kinds);
        Assert.Equal([new ValueCount("2024-05", 2), new ValueCount("2023-12", 1)], facets.Months);
        Assert.Equal([("Sergei Lavrov", 2), ("Ann Lee", 1)], (await ledger.FacetsAsync(oil with { Speaker = "Lavrov" }, Cancellation)).Speakers.Select(speaker => (speaker.Name, speaker.Statements)));
        Assert.Equal(0, (await ledger.FacetsAsync(oil with { Country = "FR" }, Cancellation)).Statements);
        Assert.Equal(5, (await ledger.FacetsAsync(new StatementSearch(), Cancellation)).Statements);

        Assert.Equal([new DayCount(new DateOnly(2024, 5, 1), 2), new DayCount(new DateOnly(2023, 12, 31), 1)], await ledger.DaysAsync(oil with { Limit = 10 }, Cancellation));
        Assert.Equal([new DayCount(new DateOnly(2024, 5, 2), 1)], await ledger.DaysAsync(new StatementSearch { Limit = 1 }, Cancellation));
        Assert.Equal([new DayCount(new DateOnly(2024, 5, 1), 1)], await ledger.DaysAsync(new StatementSearch { Actor = facets.Speakers[1].Actor, Since = new DateOnly(2024, 1, 1) }, Cancellation));
    }

    [Fact]
    public async Task Of_very_many_statements_the_newest_are_counted()
    {
        await using var ledger = await place.OpenAsync();
        var said = Said("Ana Ruiz", "oil", article => article with { Published = new DateOnly(2024, 5, 1) });
        await ledger.AddAsync(said with { Statements = [.. Enumerable.Range(0, StatementFacets.MostCounted).Select(index => said.Statements[0] with { Index = index })] }, Engine, Cancellation);
        var search = new StatementSearch { Words = SearchQuery.Parse("oil").Query };
        Assert.True((await ledger.FacetsAsync(search, Cancellation)).IsComplete);
        await ledger.AddAsync(Said("Bob Lee", "oil", article => article with { Published = new DateOnly(2023, 5, 1) }), Engine, Cancellation);
        var facets = await ledger.FacetsAsync(search, Cancellation);
        Assert.Equal((StatementFacets.MostCounted, false), (facets.Statements, facets.IsComplete));
        Assert.Equal("Ana Ruiz", Assert.Single(facets.Speakers).Name);
    }

    [Fact]
    public async Task Articles_are_listed_without_their_texts_the_last_one_first()
    {
        await using var ledger = await place.OpenAsync();
        var first = await ledger.AddAsync(Said("Ana Ruiz", "one", article => article with { Document = "d", Title = "T", Outlet = "The Wire", Url = "https://example.org/1", Published = new DateOnly(2024, 5, 1), Language = "en" }), Engine, Cancellation);
        var second = await ledger.AddAsync(Said("Ana Ruiz", "two"), Engine, Cancellation);
        var third = await ledger.AddAsync(Said("Ana Ruiz", "three", article => article with { Url = "https://example.org/1" }), Engine, Cancellation);
        Assert.Equal([third.ArticleId, second.ArticleId], (await ledger.ArticlesAsync(new ArticleSearch(), Cancellation)).Select(article => article.Id));
        var all = await ledger.ArticlesAsync(new ArticleSearch { AllVersions = true }, Cancellation);
        var listed = all[2];
        Assert.Equal(
            new ArticleHeading(first.ArticleId, "d", "T", "The Wire", "https://example.org/1", new DateOnly(2024, 5, 1), "en", listed.Added, 1, third.ArticleId),
            listed);
        Assert.InRange(listed.Added, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Equal([second.ArticleId], (await ledger.ArticlesAsync(new ArticleSearch { After = third.ArticleId[..12] }, Cancellation)).Select(article => article.Id));
        Assert.Equal([first.ArticleId], (await ledger.ArticlesAsync(new ArticleSearch { AllVersions = true, Outlet = "wire", Since = new DateOnly(2024, 5, 1), Until = new DateOnly(2024, 5, 1) }, Cancellation)).Select(article => article.Id));
        Assert.Empty(await ledger.ArticlesAsync(new ArticleSearch { AllVersions = true, Since = new DateOnly(2024, 5, 2) }, Cancellation));
        Assert.Single(await ledger.ArticlesAsync(new ArticleSearch { Limit = 1 }, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => ledger.ArticlesAsync(new ArticleSearch { After = "0123456789ab" }, Cancellation));
    }

    [Fact]
    public async Task A_portrait_shows_roles_outlets_and_to_whom_an_actor_speaks()
    {
        await using var ledger = await place.OpenAsync();
        await ledger.AddAsync(Told("Ann Lee", "mayor", new DateOnly(2023, 1, 1), "Wire", "reporters"), Engine, Cancellation);
        await ledger.AddAsync(Told("Ann Lee", "mayor", new DateOnly(2023, 3, 1), "Wire", "the News"), Engine, Cancellation);
        await ledger.AddAsync(Told("Ann Lee", "governor", new DateOnly(2024, 1, 1), "Courier", "reporters"), Engine, Cancellation);
        await ledger.AddAsync(Told("Bob Ray", "mayor", new DateOnly(2024, 1, 1), "Courier", "them"), Engine, Cancellation);
        var actors = await ledger.ActorsAsync(new ActorSearch { Name = "Lee" }, Cancellation).ToListAsync(Cancellation);
        var actor = actors[0].Actor.Id;
        foreach (var other in actors.Skip(1))
        {
            await ledger.MergeAsync(actor, other.Actor.Id, Cancellation);
        }

        var portrait = (await ledger.PortraitAsync(actor, Cancellation))!;
        Assert.Equal(("Ann Lee", 3L), (portrait.Activity.Actor.Profile.Name, portrait.Activity.Statements));
        Assert.Equal([new ActorRole("governor", null, 1, new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 1)), new ActorRole("mayor", null, 2, new DateOnly(2023, 1, 1), new DateOnly(2023, 3, 1))], portrait.Roles);
        Assert.Equal([new ValueCount("Wire", 2), new ValueCount("Courier", 1)], portrait.Outlets);
        Assert.Equal([new ValueCount("reporters", 2), new ValueCount("the News", 1)], portrait.Addressees);
        Assert.Null(await ledger.PortraitAsync(99, Cancellation));

        static Analysis Told(string name, string role, DateOnly day, string outlet, string addressee) => MarkedText.Parse(
            $"{{source:{name}}} {{cue:told}} {{addressee:{addressee}}} {{content:it rained on day {day.DayNumber}}}.",
            article => article with { Published = day, Outlet = outlet },
            statement => statement with { Speaker = new Speaker(name, SpeakerType.Person, role, ResolvedBy: SpeakerResolution.Name) });
    }

    [Fact]
    public async Task Actors_follow_each_other_page_by_page()
    {
        await using var ledger = await place.OpenAsync();
        foreach (var (name, times) in ((string, int)[])[("Ann Lee", 1), ("Bob Ray", 3), ("Carla Brekke", 1), ("David Holm", 2)])
        {
            var said = Said(name, "it rained");
            await ledger.AddAsync(said with { Statements = [.. Enumerable.Range(0, times).Select(index => said.Statements[0] with { Index = index })] }, Engine, Cancellation);
        }

        var paged = new List<string>();
        int? after = null;
        while (await ledger.ActorsAsync(new ActorSearch { Limit = 1, After = after }, Cancellation).ToListAsync(Cancellation) is [var next])
        {
            paged.Add(next.Actor.Profile.Name);
            after = next.Actor.Id;
        }

        Assert.Equal(["Bob Ray", "David Holm", "Ann Lee", "Carla Brekke"], paged);
        await Assert.ThrowsAsync<ArgumentException>(async () => await ledger.ActorsAsync(new ActorSearch { After = 99 }, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Each_write_is_another_revision_and_nothing_else_is()
    {
        await using var ledger = await place.OpenAsync();
        var before = await ledger.RevisionAsync(Cancellation);
        await ledger.AddAsync(Said("Ana Ruiz", "one"), Engine, Cancellation);
        await ledger.AddAsync(Said("Bob Lee", "two"), Engine, Cancellation);
        await ledger.AddAsync(Said("Bob Lee", "two"), Engine, Cancellation);
        Assert.Equal(before + 2, await ledger.RevisionAsync(Cancellation));
        var decision = await ledger.MergeAsync(0, 1, Cancellation);
        await ledger.UndoAsync(decision.Number, Cancellation);
        Assert.Equal(before + 4, await ledger.RevisionAsync(Cancellation));
    }

    [Fact]
    public async Task Unnamed_speakers_are_no_actors()
    {
        await using var ledger = await place.OpenAsync();
        await ledger.AddAsync(By(new Speaker("a spokesman", SpeakerType.Person, "spokesman", null, "RU"), "it rained"), Engine, Cancellation);
        await ledger.AddAsync(By(new Speaker("a spokesman", SpeakerType.Person, "spokesman", null, "RU"), "it snowed"), Engine, Cancellation);
        await ledger.AddAsync(By(Speaker.Unresolved, "it hailed"), Engine, Cancellation);
        Assert.Empty(await ledger.ActorsAsync(new ActorSearch(), Cancellation).ToListAsync(Cancellation));
        Assert.Equal(["a spokesman", "a spokesman", null], (await FindAsync(ledger, null)).Select(found => found.Statement.Speaker.Name));
    }

    [Fact]
    public async Task Actors_are_found_across_articles_by_any_name()
    {
        await using (var first = await place.OpenAsync())
        {
            await first.AddAsync(Said("Lavrov", "one", article => article with { Published = new DateOnly(2024, 1, 1) }, role: "foreign minister", country: "RU"), Engine, Cancellation);
        }

        await using var ledger = await place.OpenAsync();
        await ledger.AddAsync(Said("Sergei Lavrov", "two", article => article with { Published = new DateOnly(2024, 1, 2) }, role: "foreign minister", country: "RU"), Engine, Cancellation);
        await ledger.AddAsync(Said("Ann Lee", "three"), Engine, Cancellation);
        var actors = await ledger.ActorsAsync(new ActorSearch(), Cancellation).ToListAsync(Cancellation);
        Assert.Equal(["Sergei Lavrov", "Ann Lee"], actors.Select(actor => actor.Actor.Profile.Name));
        Assert.Equal((2L, new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 2)), (actors[0].Statements, actors[0].First!.Value, actors[0].Last!.Value));
        Assert.Equal(["Lavrov"], actors[0].Actor.Profile.OtherNames);
        Assert.Equal(2, (await FindAsync(ledger, null, search => search with { Speaker = "Sergei Lavrov" })).Count);
        Assert.Equal(actors[0].Actor.Id, Assert.Single((await FindAsync(ledger, "one"))[0].Actors));
        Assert.Single(await ledger.ActorsAsync(new ActorSearch { Country = "RU" }, Cancellation).ToListAsync(Cancellation));
        Assert.Single(await ledger.ActorsAsync(new ActorSearch { Actor = actors[1].Actor.Id, Name = "lee" }, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Decisions_hold_when_the_ledger_is_opened_again_and_when_articles_are_read_again()
    {
        var (lee, chief) = (Said("Ann Lee", "one", role: "mayor", country: "US"), Said("Robert Lee", "two", role: "fire chief", country: "US"));
        int merge;
        await using (var ledger = await place.OpenAsync())
        {
            await ledger.AddAsync(lee, Engine, Cancellation);
            await ledger.AddAsync(chief, Engine, Cancellation);
            var (a, b) = ((await FindAsync(ledger, "one"))[0].Actors[0], (await FindAsync(ledger, "two"))[0].Actors[0]);
            Assert.NotEqual(a, b);
            merge = (await ledger.MergeAsync(a, b, Cancellation)).Number;
            await Assert.ThrowsAsync<ArgumentException>(() => ledger.MergeAsync(a, b, Cancellation));
            Assert.Equal(2, (await FindAsync(ledger, null, search => search with { Speaker = "Ann Lee" })).Count);
        }

        await using var again = await place.OpenAsync();
        await again.ReplaceAsync(chief, NewerEngine, Cancellation);
        await again.AddAsync(Said("Robert Lee", "three", role: "fire chief of Dayton", country: "US"), Engine, Cancellation);
        Assert.Equal(3, (await FindAsync(again, null, search => search with { Speaker = "Ann Lee" })).Count);
        Assert.Equal(3, Assert.Single(await again.ActorsAsync(new ActorSearch(), Cancellation).ToListAsync(Cancellation)).Statements);
        Assert.Equal(merge, Assert.Single(await again.DecisionsAsync(Cancellation)).Number);
        await again.UndoAsync(merge, Cancellation);
        Assert.Empty(await again.DecisionsAsync(Cancellation));
        Assert.Single(await FindAsync(again, null, search => search with { Speaker = "Ann Lee" }));
        Assert.Equal(["Robert Lee", "Ann Lee"], (await again.ActorsAsync(new ActorSearch(), Cancellation).ToListAsync(Cancellation)).Select(actor => actor.Actor.Profile.Name));
        await Assert.ThrowsAsync<ArgumentException>(() => again.UndoAsync(merge, Cancellation));
    }

    [Fact]
    public async Task A_split_moves_what_was_said_and_is_taken_back()
    {
        await using var ledger = await place.OpenAsync();
        await ledger.AddAsync(Said("Sergei Lavrov", "one", role: "foreign minister", country: "RU"), Engine, Cancellation);
        await ledger.AddAsync(Said("Lavrov", "two", role: "foreign minister", country: "RU"), Engine, Cancellation);
        var actor = (await FindAsync(ledger, "one"))[0].Actors[0];
        Assert.Equal(actor, (await FindAsync(ledger, "two"))[0].Actors[0]);
        var split = await ledger.SplitAsync(actor, new ActorProfile("Lavrov"), Cancellation);
        Assert.NotEqual(actor, (await FindAsync(ledger, "two"))[0].Actors[0]);
        Assert.Equal(split.Second, (await FindAsync(ledger, "two"))[0].Actors[0]);

        await using (var other = await place.OpenAsync())
        {
            await other.AddAsync(Said("Lavrov", "three", role: "Russian foreign minister", country: "RU"), Engine, Cancellation);
            Assert.Equal(split.Second, (await FindAsync(other, "three"))[0].Actors[0]);
        }

        await Assert.ThrowsAsync<ArgumentException>(() => ledger.SplitAsync(split.Second, new ActorProfile("Lavrov"), Cancellation));
        await ledger.UndoAsync(split.Number, Cancellation);
        Assert.All(["one", "two", "three"], word => Assert.Equal(actor, FindAsync(ledger, word).GetAwaiter().GetResult()[0].Actors[0]));
    }

    [Fact]
    public async Task Actors_stand_in_the_store_as_they_would_be_found_anew()
    {
        (string Name, string Role)[] known = [("Lavrov", "foreign minister"), ("Sergei Lavrov", "foreign minister"), ("Grushin", "economist"), ("Police", "police"), ("Oleg Grushin", "economist"), ("Anna Lavrov", "economist"), ("Port Authority", "port")];
        var random = new Random(11);
        await using var ledger = await place.OpenAsync();
        foreach (var number in Enumerable.Range(0, 120))
        {
            // The second to bear a name comes late: bare names that leaned on the first then stand alone.
            var (name, role) = known[random.Next(number < 80 ? 4 : known.Length)];
            await ledger.AddAsync(Said(name, $"number {number}", role: random.Next(2) == 0 ? role : null, country: random.Next(2) == 0 ? "RU" : null), Engine, Cancellation);
            if (number == 79)
            {
                Assert.Contains((await LedgerDump.OfAsync(place.Address))["actor_record"], row => row.Split('|') is [var id, _, var actor] && id != actor);
            }
        }

        foreach (var number in Enumerable.Range(0, 120).Where(_ => random.Next(3) == 0))
        {
            // Read again, another one said it.
            var old = (await FindAsync(ledger, $"\"number {number}\""))[0];
            var other = known[random.Next(known.Length)];
            var speaker = new Speaker(other.Name, SpeakerType.Person, random.Next(2) == 0 ? other.Role : null, null, null, SpeakerResolution.Name);
            await ledger.ReplaceAsync(MarkedText.Analyze(old.Article.Article, [old.Statement with { Speaker = speaker }]), NewerEngine, Cancellation);
        }

        var before = await LedgerDump.OfAsync(place.Address);
        var actors = await ledger.ActorsAsync(new ActorSearch { Limit = 1000 }, Cancellation).ToListAsync(Cancellation);

        // A decision stores all actors anew.
        await ledger.UndoAsync((await ledger.MergeAsync(actors[0].Actor.Id, actors[1].Actor.Id, Cancellation)).Number, Cancellation);
        var after = await LedgerDump.OfAsync(place.Address);
        Assert.All(before.Keys.Where(table => table != "ledger"), table => Assert.Equal(before[table], after[table]));
    }

    [Fact]
    public async Task Articles_of_an_older_engine_are_read_again()
    {
        await using var ledger = await place.OpenAsync();
        await ledger.AddAsync(Said("Ana Ruiz", "it rained"), Engine, Cancellation);
        await ledger.AddAsync(Said("Bob Lee", "it snowed"), NewerEngine, Cancellation);
        Assert.Empty(await ledger.OutdatedAsync(Engine, Cancellation).ToListAsync(Cancellation));
        await foreach (var old in ledger.OutdatedAsync(NewerEngine, Cancellation))
        {
            Assert.Equal("Ana Ruiz said it rained.", old.Article.Text);
            var again = Said("Ana Ruiz", "it rained");
            await ledger.ReplaceAsync(again with { Statements = [again.Statements[0] with { Content = [new TextSpan(17, 23)] }], Times = [new TimeExpression(new TextSpan(0, 3), TimeType.Set, null)] }, NewerEngine, Cancellation);
        }

        Assert.Empty(await ledger.OutdatedAsync(NewerEngine, Cancellation).ToListAsync(Cancellation));
        Assert.Empty(await FindAsync(ledger, "\"it rained\""));
        Assert.Single(await FindAsync(ledger, "rained"));
        Assert.Equal((2L, 2L), ((await ledger.CountAsync(Cancellation)).Statements, (await ledger.CountAsync(Cancellation)).Actors));
        await Assert.ThrowsAsync<ArgumentException>(() => ledger.ReplaceAsync(Said("Nobody", "here"), Engine, Cancellation));
    }

    [Fact]
    public async Task Names_that_no_article_has_any_more_are_forgotten()
    {
        await using var ledger = await place.OpenAsync();
        var (first, second, third) = (Said("Ann Lee", "one", role: "mayor", country: "US"), Said("Mayor Ann Lee", "two", role: "mayor", country: "US"), Said("Grushin Oleg", "three"));
        foreach (var analysis in new[] { first, second, third })
        {
            await ledger.AddAsync(analysis, Engine, Cancellation);
        }

        Assert.Equal("Grushin Oleg, Mayor Ann Lee", string.Join(", ", await NamesAsync()));
        await ledger.ReplaceAsync(By("Ann Lee", second), NewerEngine, Cancellation);
        await ledger.ReplaceAsync(By("Ann Lee", third), NewerEngine, Cancellation);
        Assert.Empty(await NamesAsync());
        Assert.Equal("Ann Lee", Assert.Single(await ledger.ActorsAsync(new ActorSearch(), Cancellation).ToListAsync(Cancellation)).Actor.Profile.Name);
        Assert.Single((await LedgerDump.OfAsync(place.Address))["actor"]);
        await using var again = await place.OpenAsync();
        await again.AddAsync(Said("Grushin Oleg", "four"), Engine, Cancellation);
        Assert.Equal("Grushin Oleg", Assert.Single(await NamesAsync()));

        static Analysis By(string name, Analysis analysis) =>
            analysis with { Statements = [analysis.Statements[0] with { Speaker = new Speaker(name, SpeakerType.Person, "mayor", null, "US", SpeakerResolution.Name) }] };

        async Task<string[]> NamesAsync() =>
            [.. (await LedgerDump.OfAsync(place.Address))["actor_sighting"].Select(row => row.Split('|')[3]).Where(name => name != "Ann Lee").Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task The_number_of_a_decision_is_given_once()
    {
        await using (var ledger = await place.OpenAsync())
        {
            await ledger.AddAsync(Said("Ann Lee", "one", role: "mayor"), Engine, Cancellation);
            await ledger.AddAsync(Said("Sergei Lavrov", "two", role: "foreign minister"), Engine, Cancellation);
            Assert.Equal(1, (await ledger.MergeAsync(0, 1, Cancellation)).Number);
            await ledger.UndoAsync(1, Cancellation);
            Assert.Equal(2, (await ledger.MergeAsync(0, 1, Cancellation)).Number);
            await ledger.UndoAsync(2, Cancellation);
        }

        await using var again = await place.OpenAsync();
        Assert.Equal(3, (await again.MergeAsync(0, 1, Cancellation)).Number);
    }

    [Fact]
    public async Task Two_who_write_at_once_lose_and_double_nothing()
    {
        var articles = Enumerable.Range(0, 40).Select(index => Said(index % 2 == 0 ? "Sergei Lavrov" : $"Person{index} Smith", $"number {index}", role: "foreign minister", country: "RU")).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async writer =>
        {
            await using var ledger = await place.OpenAsync();
            foreach (var article in writer == 0 ? articles : articles.Reverse())
            {
                await ledger.AddAsync(article, Engine, Cancellation);
                Assert.NotEmpty(await FindAsync(ledger, "number"));
            }
        }));
        await using var both = await place.OpenAsync();
        Assert.Equal((40L, 40L), ((await both.CountAsync(Cancellation)).Articles, (await both.CountAsync(Cancellation)).Statements));
        Assert.Equal(20, Assert.Single(await both.ActorsAsync(new ActorSearch { Name = "Lavrov" }, Cancellation).ToListAsync(Cancellation)).Statements);
    }

    [Fact]
    public async Task What_cannot_be_added_leaves_nothing_behind()
    {
        await using var ledger = await place.OpenAsync();
        await ledger.AddAsync(Said("Ana Ruiz", "it rained"), Engine, Cancellation);
        var before = await ledger.CountAsync(Cancellation);
        var good = Said("Bob Lee", "it snowed");
        var tooMany = good with { Statements = [.. Enumerable.Range(0, (1 << 16) + 1).Select(index => good.Statements[0] with { Index = index })] };
        await Assert.ThrowsAsync<ArgumentException>(() => ledger.AddAsync(tooMany, Engine, Cancellation));
        var broken = good with { Statements = [good.Statements[0], good.Statements[0] with { Index = 1, Content = [new TextSpan(5, 5000)] }] };
        await Assert.ThrowsAnyAsync<ArgumentException>(() => ledger.AddAsync(broken, Engine, Cancellation));
        Assert.Equal(before with { Engines = [] }, await ledger.CountAsync(Cancellation) with { Engines = [] });
        Assert.False(await ledger.ContainsAsync(good.Article.ComputeId(), Cancellation));
        Assert.Equal(AddKind.Added, (await ledger.AddAsync(good, Engine, Cancellation)).Kind);
        Assert.Equal(2, (await ledger.CountAsync(Cancellation)).Actors);
    }

    [Fact]
    public async Task Very_long_and_very_repetitive_statements_are_found_alike()
    {
        await using var ledger = await place.OpenAsync();
        var words = string.Join(' ', Enumerable.Range(0, 30_000).Select(index => index % 3 == 0 ? "the" : $"w{index}")) + " " + new string('x', 5000);
        await ledger.AddAsync(Said("Ana Ruiz", words), Engine, Cancellation);
        Assert.All(["w1", "the", "\"w1 w2 the\"", "w7000"], query => Assert.Single(FindAsync(ledger, query).GetAwaiter().GetResult()));
        Assert.All(["w29999", "xxxx*", "\"w7000 the\""], query => Assert.Empty(FindAsync(ledger, query).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task A_ledger_of_a_newer_program_is_refused()
    {
        await (await place.OpenAsync()).DisposeAsync();
        await place.ExecuteAsync("INSERT INTO migration (version, name) VALUES (99, 'later')");
        var refused = await Assert.ThrowsAsync<LedgerException>(place.OpenAsync);
        Assert.Contains("was made by a newer inquit: its schema is version 99, and this program knows those up to", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Install the newer program.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_alone()
    {
        await place.ExecuteAsync("CREATE TABLE other (x int)");
        var refused = await Assert.ThrowsAsync<LedgerException>(place.OpenAsync);
        Assert.Contains("holds the tables of another program", refused.Message, StringComparison.Ordinal);
        await place.ExecuteAsync("SELECT x FROM other");
    }

    /// <summary>An article in which somebody says something.</summary>
    internal static Analysis Said(string name, string words, Func<Article, Article>? describe = null, string? role = null, string? country = null) =>
        By(new Speaker(name, SpeakerType.Person, role, null, country, SpeakerResolution.Name), words, describe);

    private static Analysis By(Speaker speaker, string words, Func<Article, Article>? describe = null, Func<Statement, Statement>? refine = null)
    {
        var source = speaker.Name ?? "They";
        return MarkedText.Parse($"{{source:{source}}} {{cue:said}} {{content:{words}}}.", describe, statement => (refine ?? (same => same))(statement with { Speaker = speaker }));
    }

    private static async Task<List<FoundStatement>> FindAsync(ILedger ledger, string? words, Func<StatementSearch, StatementSearch>? refine = null)
    {
        var search = new StatementSearch();
        if (words is not null)
        {
            var (query, problem) = SearchQuery.Parse(words);
            Assert.True(query is not null, problem);
            search = search with { Words = query };
        }

        return await ledger.SearchAsync(refine?.Invoke(search) ?? search, Cancellation).ToListAsync(Cancellation);
    }

    private static void AssertEqual(Statement expected, Statement actual)
    {
        Assert.Equal(expected.Source, actual.Source);
        Assert.Equal(expected.Cue, actual.Cue);
        Assert.Equal(expected.Content, actual.Content);
        Assert.Equal(expected.Addressee, actual.Addressee);
        Assert.Equal(expected.Medium, actual.Medium);
        Assert.Equal(expected.Place, actual.Place);
        Assert.Equal(expected.Speaker.Members, actual.Speaker.Members);
        Assert.Equal(expected.Speaker with { Members = [] }, actual.Speaker with { Members = [] });
        Assert.Equal(
            (expected.Index, expected.Kind, expected.Within, expected.Confidence, expected.Said),
            (actual.Index, actual.Kind, actual.Within, actual.Confidence, actual.Said));
    }
}
