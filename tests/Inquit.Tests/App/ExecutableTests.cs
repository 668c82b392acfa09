using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Inquit.Tests;

/// <summary>The program as it is built, in a process of its own.</summary>
public sealed class ExecutableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static string Program => Path.Join(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "inquit.exe" : "inquit");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_says_its_version()
    {
        var (code, output, error) = Run([("INQUIT_MODELS", null)], "--version");
        Assert.Equal((0, ""), (code, error));
        Assert.Matches(@"^\d+\.\d+\.\d+\s*$", output);
    }

    [Fact]
    public void Missing_models_are_all_named_with_what_to_do()
    {
        var (code, output, error) = Run([("INQUIT_MODELS", folder.Path)], "read", folder.Write("a.txt", "x"));
        Assert.Equal((3, ""), (code, output));
        Assert.StartsWith($"inquit: The models in '{folder.Path}' cannot be used:\n", error);
        Assert.All(["segmenter", "language", "lemmatizer", "roles"], name => Assert.Contains($"{folder.PathOf($"{name}/{name}.bin")} is missing.", error, StringComparison.Ordinal));
        Assert.Contains("train them with 'inquit train'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_none_is_named()
    {
        folder.Write("language/language.bin", "not a model");
        var (code, _, error) = Run([("INQUIT_MODELS", null)], "parse", "--models", folder.Path, "--conllu", "-");
        Assert.Equal(3, code);
        Assert.Contains($"{folder.PathOf("language/language.bin")}: This is not an Inquit model file.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_file_of_another_model_is_refused()
    {
        TrainedEngine.RequireModels();
        foreach (var name in (string[])["segmenter", "language", "lemmatizer", "roles"])
        {
            folder.Write($"{name}/{name}.bin", File.ReadAllBytes(Path.Join(TrainedEngine.Folder, "segmenter", "segmenter.bin")));
        }

        var (code, _, error) = Run([("INQUIT_MODELS", folder.Path)], "read", "-");
        Assert.Equal(3, code);
        Assert.StartsWith($"inquit: The models in '{folder.Path}' cannot be used:\n  The model file has no part", error);
    }

    [Fact]
    public void Statements_stand_on_the_characters_they_claim()
    {
        TrainedEngine.RequireModels();
        var path = folder.Write("a.txt", "\uFEFFdate 2024-03-01\r\n😀 \u200BTomas Brandt, the mayor of Orlen, said that “the bridge will cost 2 million”.\r\n");
        var (code, output, error) = Run([("INQUIT_MODELS", TrainedEngine.Folder)], "read", "--format", "jsonl", path);
        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        var runes = File.ReadAllText(path, new System.Text.UTF8Encoding(false)).Insert(0, "\uFEFF").EnumerateRunes().ToArray();
        Assert.Equal("2024-03-01", json.RootElement.GetProperty("published").GetString());
        var statement = Assert.Single(json.RootElement.GetProperty("statements").EnumerateArray());
        foreach (var role in new[] { "source", "cue", "content" })
        {
            var span = statement.GetProperty(role).GetProperty("spans")[0];
            Assert.Equal(statement.GetProperty(role).GetProperty("text").GetString(), string.Concat(runes[span[0].GetInt32()..span[1].GetInt32()]));
        }

        Assert.Equal("said", statement.GetProperty("cue").GetProperty("text").GetString());
    }

    [Fact]
    public void What_cannot_be_read_costs_nothing_but_itself()
    {
        TrainedEngine.RequireModels();
        var good = "Tomas Brandt said that the bridge will cost two million.";
        string[] bad =
        [
            folder.Write("line.txt", Line("the minister said \"we will not\" and ", 5_000_000)),
            folder.Write("letters.txt", Line("x", 5_000_000)),
            folder.Write("binary.txt", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1]),
            folder.Write("latin1.txt", [0x63, 0x61, 0x66, 0xE9]),
            folder.Write("empty.txt", ""),
            folder.PathOf("missing.txt"),
            Path.GetDirectoryName(folder.Write("pictures/a.png", "x"))!,
            folder.WriteGzip("bomb.txt.gz", new byte[80_000_000]),
            folder.WriteGzip("bomb.jsonl.gz", new byte[80_000_000]),
            folder.Write("records.jsonl", $"{{oops\n{{\"id\":\"r2\",\"text\":\"{good}\"}}\n"),
        ];
        var (code, output, error) = Run([("INQUIT_MODELS", TrainedEngine.Folder)], ["read", "--format", "jsonl", folder.Write("first.txt", good), .. bad, folder.Write("last.txt", good)]);

        Assert.Equal(1, code);
        var messages = error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(bad.Length, messages.Length);
        Assert.All(bad.Zip(messages), pair => Assert.StartsWith($"inquit: {pair.First}: ", pair.Second));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["first", "r2", "last"], lines.Select(line => line.GetProperty("document").GetString()));
        Assert.All(lines, line => Assert.Equal(1, line.GetProperty("statements").GetArrayLength()));
    }

    [Fact]
    public void A_linestext_in_one_line_is_read()
    {
        TrainedEngine.RequireModels();
        string[] lines =
        [
            folder.Write("words.txt", Line("the minister said the bridge would cost two million and he denied it ", 100_000)),
            folder.Write("sentences.txt", Line("The minister said that it rained. \"We will not pay,\" he told reporters. ", 100_000)),
            folder.Write("letters.txt", Line("abc", 200_000)),
            folder.Write("marks.txt", Line("\"\u201C(", 50_000)),
        ];
        var (code, output, error) = Run([("INQUIT_MODELS", TrainedEngine.Folder)], ["read", "--format", "jsonl", .. lines]);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(lines.Length, output.Count(unit => unit == '\n'));
    }

    [Fact]
    public void It_ends_quietly_when_nobody_reads_on()
    {
        TrainedEngine.RequireModels();
        foreach (var number in Enumerable.Range(0, 5000))
        {
            folder.Write($"in/{number}.txt", "Tomas Brandt said that the bridge will cost two million.");
        }

        using var process = Start([("INQUIT_MODELS", TrainedEngine.Folder)], "read", "--format", "jsonl", folder.PathOf("in"));
        Assert.NotNull(process.StandardOutput.ReadLine());
        process.StandardOutput.Close();
        var error = process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Equal((0, ""), (process.ExitCode, error));
    }

    [Theory]
    [InlineData("inquit --help > /dev/full", 3, "inquit: The output cannot be written: ")]
    [InlineData("(sleep 0.3; inquit --help; echo $? >&2) | true", 0, "0\n")]
    public void It_says_when_its_output_cannot_be_written_but_not_when_it_is_closed(string command, int expected, string message)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs /dev/full.");
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"PATH=\"{AppContext.BaseDirectory}:$PATH\"; {command}"]) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(expected, process.ExitCode);
        Assert.StartsWith(message, error);
    }

    private static string Line(string words, int length) => string.Concat(Enumerable.Repeat(words, (length / words.Length) + 1))[..length];

    private static (int Code, string Output, string Error) Run((string Name, string? Value)[] environment, params string[] args)
    {
        using var process = Start(environment, args);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result.ReplaceLineEndings("\n"));
    }

    private static Process Start((string Name, string? Value)[] environment, params string[] args)
    {
        var start = new ProcessStartInfo(Program, args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
