using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Inquit.Tests;

/// <summary>What the README tells people to do works.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private const string RunPrefix = "dotnet run --project src/Inquit.App -c Release -- ";
    private const string TestCommand = "dotnet test -c Release";

    /// <summary>Lines of the program's output that the README shows, about.</summary>
    private const int PictureLines = 34;
    private readonly TemporaryFolder folder = new();

    private static string ReadmePath => Repository.PathOf("README.md");

    private static string[] Commands => Fence().Matches(File.ReadAllText(ReadmePath).ReplaceLineEndings("\n"))
        .SelectMany(fence => fence.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        .ToArray();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Its_first_two_commands_run_the_main_job_and_the_tests()
    {
        Assert.StartsWith(RunPrefix + "read samples/", Commands[0]);
        Assert.Equal(TestCommand, Commands[1]);
        Assert.Contains(TestCommand, File.ReadAllText(Repository.PathOf(".ci/run")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_first_command_finds_the_sample_from_the_folder_in_which_it_is_typed()
    {
        TrainedEngine.RequireModels();
#if DEBUG
        const string Configuration = "Debug";
#else
        const string Configuration = "Release";
#endif
        var start = new ProcessStartInfo("dotnet", [.. RunPrefix.Replace("Release", Configuration, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..^1], "--no-build", "--", .. Commands[0][RunPrefix.Length..].Split(' ')])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (process.ExitCode, await error));
        Assert.StartsWith("harbour-bridge · 2024-05-14", await output, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_commands_run()
    {
        TrainedEngine.RequireModels();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are written for a Unix shell.");
        Directory.CreateDirectory(folder.PathOf("samples"));
        foreach (var sample in Directory.EnumerateFiles(Repository.PathOf("samples")))
        {
            File.Copy(sample, folder.PathOf("samples/" + Path.GetFileName(sample)));
        }

        foreach (var command in Commands.Where(command => command != TestCommand))
        {
            var (code, output, error) = Shell(command.Replace(RunPrefix, "inquit ", StringComparison.Ordinal));
            Assert.True(code == 0, $"{command} ends with {code}: {error}");
            Assert.True(output.Length > 0 || command.Contains("--out", StringComparison.Ordinal), $"{command} prints nothing.");
        }

        Assert.True(File.Exists(folder.PathOf("annotations/harbour-bridge.ann")));
    }

    [Fact]
    public void Its_picture_shows_the_statements_of_the_sample()
    {
        var engine = TrainedEngine.Load();
        var run = CommandRun.Of(["read", Repository.PathOf("samples/harbour-bridge.txt")], engine, width: 118);
        var readme = File.ReadAllText(ReadmePath);
        if (Expectation.AreUpdated)
        {
            // Its first statements, up to the line under the last of them.
            var lines = run.Output.Split('\n');
            var end = Array.FindIndex(lines, PictureLines, line => line.StartsWith('├'));
            readme = Picture().Replace(readme, match => $"{match.Groups[1].Value}{string.Join('\n', lines[..end])}\n…\n{match.Groups[3].Value}");
            File.WriteAllText(ReadmePath, readme);
        }

        // The last digits of a network's output differ between processors, so a statement may, too: most rows must be there.
        var printed = run.Output.Split('\n').ToHashSet();
        var rows = Picture().Match(readme).Groups[2].Value.Split('\n').Where(line => line.Contains('│', StringComparison.Ordinal)).ToArray();
        Assert.InRange(rows.Length, PictureLines / 2, PictureLines * 2);
        Assert.InRange(rows.Count(printed.Contains), rows.Length * 9 / 10, rows.Length);
    }

    [Fact]
    public void Its_figures_are_those_that_were_measured()
    {
        var readme = File.ReadAllText(ReadmePath);
        if (Expectation.AreUpdated)
        {
            readme = Figure().Replace(readme, mark => $"{Measured(mark.Groups[2].Value, mark.Groups[3].Value) ?? mark.Groups[1].Value}<!-- {mark.Groups[2].Value} {mark.Groups[3].Value} -->");
            File.WriteAllText(ReadmePath, readme);
        }

        var marks = Figure().Matches(readme);
        Assert.NotEmpty(marks);
        Assert.All(marks, mark => Assert.Equal(Measured(mark.Groups[2].Value, mark.Groups[3].Value) ?? mark.Groups[1].Value, mark.Groups[1].Value));
    }

    [Fact]
    public void Its_links_lead_somewhere()
    {
        var links = Link().Matches(File.ReadAllText(ReadmePath)).Select(link => link.Groups[1].Value).ToArray();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Path.Exists(Repository.PathOf(link)), $"{link} is not there."));
    }

    /// <summary>A figure of a model's scores.json, or the median of one of benchmarks/results/road.json, as the README writes it;
    /// null where it was not measured yet.</summary>
    private static string? Measured(string what, string figure)
    {
        var file = Repository.PathOf(what == "road" ? "benchmarks/results/road.json" : $"models/{what}/scores.json");
        if (!File.Exists(file))
        {
            return null;
        }

        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var value = json.RootElement.GetProperty(figure);
        return what != "road" ? value.GetDouble().ToString("0.0", CultureInfo.InvariantCulture)
            : value.GetProperty("median").GetDouble() is var median && median < 10 ? median.ToString("0.00", CultureInfo.InvariantCulture)
            : median.ToString("N0", CultureInfo.InvariantCulture);
    }

    private (int Code, string Output, string Error) Shell(string command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = AppContext.BaseDirectory + Path.PathSeparator + start.Environment["PATH"];
        start.Environment["INQUIT_MODELS"] = TrainedEngine.Folder;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("(<!-- picture -->\n```text\n)(.*?)(```\n<!-- end of picture -->)", RegexOptions.Singleline)]
    private static partial Regex Picture();

    [GeneratedRegex(@"(\S+)<!-- (\w+) ([\w.-]+) -->")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)[^)]*\)")]
    private static partial Regex Link();
}
