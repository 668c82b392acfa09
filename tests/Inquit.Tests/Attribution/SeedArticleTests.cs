using System.Collections.Immutable;
using Inquit.Actors;
using Inquit.Reading;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests.Attribution;

/// <summary>
/// The article that the project was founded on, machine-translated news of February 2022. Its text is no part of the
/// repository; the spans are named by their first and last words.
/// </summary>
public class SeedArticleTests
{
    private static readonly Lazy<Analysis> Read = new(() =>
    {
        var article = new ArticleReader(Stream.Null).Read([CorpusData.Folder("seed")]).Single().Article;
        return TrainedEngine.Load()(article!);
    });

    [Theory]
    [InlineData("Kremlin spokesman Dmitry Peskov", "announced", "the readiness of … negotiate on Ukraine", "Dmitry Peskov")]
    [InlineData("Dmitry Peskov Kremlin official", "", "President Putin has … negotiations and diplomacy", "Dmitry Peskov")]
    [InlineData("Peskov", "called", "the situation around … much larger problem", "Dmitry Peskov")]
    [InlineData("the Kremlin spokesman", "concluded", "“And, of course … ready for negotiations,”", "Dmitry Peskov")]
    [InlineData("the head of the Ministry of Foreign Affairs (MFA) of Russia, Sergei Lavrov,", "admitted", "the possibility of … guarantees in Europe", "Sergei Lavrov")]
    [InlineData("Lavrov", "According to", "the draft written … took ten pages", "Sergei Lavrov")]
    [InlineData("RIAC Director General Andrei Kortunov", "said", "“Alternative [переговорам] … ensuring our security,”", "Andrei Kortunov")]
    [InlineData("the office of British Prime Minister Boris Johnson", "noted", "that London will … diplomacy to de-escalate", null)]
    [InlineData("He", "noted", "that further diplomatic … reaction of Moscow", "Ned Price")]
    [InlineData("the finance ministers of the Group of Seven (G7) countries", "said", "they intend to … through diplomatic dialogue", null)]
    [InlineData("they", "stressed", "that states are … forces into Ukraine", null)]
    [InlineData("Bloomberg", "wrote", "that, according to … from three sides", "Bloomberg")]
    [InlineData("US President Joe Biden", "announced", "the date of the attack – February 16", "Joe Biden")]
    [InlineData("Moscow", "categorically denies", "accusations of aggressive plans", "Russia")]
    [InlineData("Russian Foreign Ministry spokeswoman Maria Zakharova", "called", "the US and … classic war propaganda", "Maria Zakharova")]
    [InlineData("she", "said", "“The Anglo-Saxons … any cost,”", "Maria Zakharova")]
    [InlineData("President of Ukraine Volodymyr Zelensky", "was also stated", "The fact that … Russia are intimidation", "Volodymyr Zelensky")]
    [InlineData("He", "called for", "proof of the planned invasion of Ukraine", "Volodymyr Zelensky")]
    public void Its_statements_are_found(string source, string cue, string content, string? speaker)
    {
        var (text, statements) = (Read.Value.Article.Text, Read.Value.Statements);
        var found = statements.Where(statement => Join(text, statement.Source) == source && Join(text, statement.Cue) == cue).ToList();
        Assert.True(found.Count > 0, $"No statement of '{source}' by '{cue}'.");
        Assert.Contains(found, statement => IsSpan(text, statement.Content, content) && (statement.Speaker.ResolvedBy == SpeakerResolution.None ? null : statement.Speaker.Name) == speaker);
    }

    private static string Join(string text, ImmutableArray<TextSpan> spans) =>
        string.Join(" … ", spans.Select(span => span.Of(text).ToString()));

    private static bool IsSpan(string text, ImmutableArray<TextSpan> spans, string ends)
    {
        var cut = ends.Split(" … ");
        var whole = spans.Length == 1 ? spans[0].Of(text).ToString() : string.Empty;
        return whole.StartsWith(cut[0], StringComparison.Ordinal) && whole.EndsWith(cut[^1], StringComparison.Ordinal);
    }
}
