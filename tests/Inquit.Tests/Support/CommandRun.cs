using System.Text;
using Inquit.App;
using Inquit.Ledger;
using Inquit.Linguistics;

namespace Inquit.Tests;

/// <summary>The program run inside the test, with what it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command line with an engine that finds nothing, or with the one given.</summary>
    public static CommandRun Of(IEnumerable<string> args, Func<Article, Analysis>? engine = null, byte[]? input = null, int width = 120, string version = "1.0.0+test")
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var standardInput = new MemoryStream(input ?? []);
        var terminal = new Terminal(standardInput, output, error, HasColor: false, width);
        var code = CommandLine.Run([.. args], terminal, new GivenModels(engine ?? (article => MarkedText.Analyze(article)), version));
        return new CommandRun(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private sealed class GivenModels(Func<Article, Analysis> engine, string version) : Models
    {
        public override Func<Article, Analysis> LoadEngine(string? folder) => engine;

        public override void Require(string? folder)
        {
        }

        public override EngineVersion FindEngineVersion(string? folder) => EngineVersion.Parse(version);

        public override Func<IReadOnlyList<IReadOnlyList<string>>, Syntax> LoadParser(string? folder) => Chain;

        /// <summary>A parse in which each word hangs on the one before it.</summary>
        private static Syntax Chain(IReadOnlyList<IReadOnlyList<string>> sentences)
        {
            var heads = new List<int>();
            foreach (var sentence in sentences)
            {
                var start = heads.Count;
                heads.AddRange(sentence.Select((_, index) => index == 0 ? -1 : start + index - 1));
            }

            return new Syntax(
                [.. heads.Select(_ => UniversalPos.NOUN)],
                [.. heads.Select(_ => "NN")],
                [.. sentences.SelectMany(words => words).Select(word => word.ToLowerInvariant())],
                [.. heads],
                [.. heads.Select(head => head < 0 ? "root" : "dep")]);
        }
    }
}
