using System.Text;
using Inquit.App;

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
}
