using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Xunit;

namespace Inquit.Tests;

/// <summary>
/// Hostile texts down the whole road. INQUIT_FUZZ_MINUTES says for how long (a few seconds otherwise), INQUIT_FUZZ_SEED with
/// which seed to start. A text that fails is kept in FuzzSeeds, where every later run tries it first.
/// </summary>
public class FuzzTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);
    private static readonly JsonSerializerOptions Ascii = new() { Encoder = JavaScriptEncoder.Default };

    private static string SeedFolder => Repository.PathOf("tests/Inquit.Tests/FuzzSeeds");

    [Fact]
    public void Texts_that_failed_before_pass()
    {
        var engine = TrainedEngine.Load();
        foreach (var file in Directory.EnumerateFiles(SeedFolder, "*.json").Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            Check(engine, Unescape(json.RootElement.GetProperty("utf16").GetString()!));
        }
    }

    [Fact]
    public void No_text_fails()
    {
        var engine = TrainedEngine.Load();
        var time = Minutes() is { } minutes ? TimeSpan.FromMinutes(minutes) : Usual;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("INQUIT_FUZZ_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"Starts with seed {seed}.");
        Console.WriteLine($"Fuzz starts with seed {seed}.");
        var mutator = new TextMutator(Texts());
        var clock = Stopwatch.StartNew();
        var count = 0;
        for (; clock.Elapsed < time; count++, seed++)
        {
            var text = mutator.Make(seed);
            try
            {
                Check(engine, text);
            }
            catch (Exception failure)
            {
                Keep(seed, text, failure);
                Assert.Fail($"Seed {seed} failed; its text is kept in FuzzSeeds. {failure}");
            }
        }

        output.WriteLine($"{count} texts passed, the last of seed {seed - 1}.");
        Console.WriteLine($"Fuzz: {count} texts passed in {clock.Elapsed.TotalSeconds:0} s, the last of seed {seed - 1}.");
        Assert.NotEqual(0, count);
    }

    [Fact]
    public void The_same_seed_gives_the_same_text()
    {
        var texts = Texts();
        Assert.All(Enumerable.Range(0, 20), seed => Assert.Equal(new TextMutator(texts).Make(seed), new TextMutator(texts).Make(seed)));
    }

    [Fact]
    public void A_kept_text_is_read_as_it_was()
    {
        var text = string.Concat(Enumerable.Range(0, 0x10000).Select(unit => (char)unit));
        Assert.Equal(text, Unescape(Escape(text)));
    }

    private static void Check(Func<Article, Analysis> engine, string text)
    {
        var article = new Article(text) { Document = "fuzz", BodyStart = text.Length % 7 == 0 ? text.Length / 3 : 0 };
        var analysis = engine(article);
        AnalysisRules.Check(analysis);
        Assert.Equal(analysis.Statements.Length, engine(article).Statements.Length);
    }

    private static List<string> Texts() => Directory.EnumerateFiles(Repository.PathOf("samples"), "*.txt")
        .Concat(Directory.EnumerateFiles(Repository.PathOf("tests/Inquit.Tests"), "*.md", SearchOption.AllDirectories).Where(path => !path.Contains("bin", StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllText)
        .ToList();

    private static double? Minutes() =>
        double.TryParse(Environment.GetEnvironmentVariable("INQUIT_FUZZ_MINUTES"), NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes) ? minutes : null;

    private static void Keep(int seed, string text, Exception failure)
    {
        var kept = JsonSerializer.Serialize(new { seed, why = failure.Message.Split('\n')[0], utf16 = Escape(text) }, Ascii);
        File.WriteAllText(Path.Join(SeedFolder, $"{seed}.json"), kept + "\n");
    }

    /// <summary>The text with each unit that is no plain letter as four hexadecimal digits after a tilde, so that every editor leaves it alone.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var unit in text)
        {
            escaped.Append(unit is ' ' || char.IsAsciiLetterOrDigit(unit) ? $"{unit}" : string.Create(CultureInfo.InvariantCulture, $"~{(int)unit:x4}"));
        }

        return escaped.ToString();
    }

    private static string Unescape(string escaped)
    {
        var text = new StringBuilder();
        for (var i = 0; i < escaped.Length; i++)
        {
            text.Append(escaped[i] == '~' ? (char)Convert.ToUInt16(escaped.Substring(i + 1, 4), 16) : escaped[i]);
            i += escaped[i] == '~' ? 4 : 0;
        }

        return text.ToString();
    }
}
