using System.CommandLine;
using System.Globalization;
using Inquit.App.Serving;

namespace Inquit.App.Commands;

/// <summary><c>inquit serve</c>: a ledger in a browser and over HTTP.</summary>
internal static class ServeCommand
{
    /// <summary>The environment variable with the key that reading needs.</summary>
    public const string ReadKeyVariable = "INQUIT_READ_KEY";

    /// <summary>The environment variable with the key that writing needs.</summary>
    public const string WriteKeyVariable = "INQUIT_WRITE_KEY";

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, Models models)
    {
        var ledger = LedgerOptions.Ledger();
        var port = new Option<int?>("--port") { Description = "The port on this machine, which others do not reach. [default: 8350]", HelpName = "N", CustomParser = ParsePort };
        var urls = new Option<string[]>("--urls") { Description = "Where to listen, as http://192.0.2.1:8350, or http://*:8350 for every address of this machine; several with spaces or semicolons between.", HelpName = "URL", AllowMultipleArgumentsPerToken = true };
        var hosts = new Option<string[]>("--host") { Description = "A name under which others reach the server, as news.example.org.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
        var readKey = new Option<FileInfo?>("--read-key-file") { Description = $"The file with the key that reading needs. [default: {ReadKeyVariable}; without either, all may read]", HelpName = "FILE" };
        var writeKey = new Option<FileInfo?>("--write-key-file") { Description = $"The file with the key that writing needs. [default: {WriteKeyVariable}; without either, all on this machine may write]", HelpName = "FILE" };
        var readOnly = new Option<bool>("--read-only") { Description = "Nobody may change the ledger." };
        var reads = new Option<int>("--reads-per-minute") { Description = "How many articles a client may have read in a minute.", HelpName = "N", DefaultValueFactory = _ => 60, CustomParser = ParseReads };
        var web = new WebOptions();
        var modelsFolder = CommonOptions.Models();
        var command = new Command("serve", "Show a ledger in a browser and over HTTP.") { ledger, port, urls, hosts, readKey, writeKey, readOnly, reads, web.Contact, web.AllowPrivate, modelsFolder };
        command.Validators.Add(line =>
        {
            if (line.GetResult(port) is not null && line.GetResult(urls) is not null)
            {
                line.AddError("--port and --urls do not go together; a URL has its port.");
            }
        });
        command.SetAction(parsed =>
        {
            models.Require(parsed.GetValue(modelsFolder));
            return ServeRun.RunAsync(terminal, models, new ServeArguments(
                parsed.GetValue(ledger)!,
                parsed.GetValue(port),
                [.. (parsed.GetValue(urls) ?? []).SelectMany(given => given.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries))],
                parsed.GetValue(hosts) ?? [],
                Key(parsed.GetValue(readKey), ReadKeyVariable),
                Key(parsed.GetValue(writeKey), WriteKeyVariable),
                parsed.GetValue(readOnly),
                parsed.GetValue(reads),
                web.Read(parsed),
                parsed.GetValue(modelsFolder))).GetAwaiter().GetResult();
        });
        return command;
    }

    private static string? Key(FileInfo? file, string variable)
    {
        if (file is null)
        {
            return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } said ? said.Trim() : null;
        }

        try
        {
            return File.ReadAllText(file.FullName).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BrokenEnvironmentException($"The key cannot be read: {failure.Message}");
        }
    }

    private static int? ParsePort(System.CommandLine.Parsing.ArgumentResult given)
    {
        if (int.TryParse(given.Tokens.Single().Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= ushort.MaxValue)
        {
            return number;
        }

        given.AddError("--port takes a whole number up to 65535; 0 for any that is free.");
        return null;
    }

    private static int ParseReads(System.CommandLine.Parsing.ArgumentResult given)
    {
        if (int.TryParse(given.Tokens.Single().Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        given.AddError("--reads-per-minute takes a whole number from 1.");
        return 1;
    }
}
