using System.CommandLine;
using System.Globalization;
using Inquit.App.Formats;
using Inquit.Ledger;

namespace Inquit.App.Commands;

/// <summary>What the commands that use a ledger share.</summary>
internal static class LedgerOptions
{
    private const string DefaultFile = "inquit.db";

    /// <summary>Which ledger.</summary>
    public static Option<string> Ledger() => new("--ledger")
    {
        Description = "The ledger: a SQLite file, or the connection string of a PostgreSQL database.",
        HelpName = "FILE|CONNECTION",
        DefaultValueFactory = _ => DefaultFile,
    };

    /// <summary>The most rows that are given.</summary>
    public static Option<int> Limit(int usual) => new("--limit")
    {
        Description = "The most rows that are given.",
        HelpName = "N",
        DefaultValueFactory = _ => usual,
        CustomParser = given =>
        {
            if (int.TryParse(given.Tokens.Single().Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0)
            {
                return limit;
            }

            given.AddError("--limit takes a whole number from 1.");
            return usual;
        },
    };

    /// <summary>A country.</summary>
    public static Option<string?> Country() => new("--country")
    {
        Description = "Speakers of this country: two letters, as RU.",
        HelpName = "CODE",
        CustomParser = given =>
        {
            if (SearchText.Country(given.Tokens.Single().Value) is { } code)
            {
                return code;
            }

            given.AddError($"--country takes {SearchText.CountryForm}.");
            return null;
        },
    };

    /// <summary>The form in which rows are given.</summary>
    public static Option<RowFormat> Format()
    {
        var format = new Option<RowFormat>("--format") { Description = "table for people, jsonl for programs, csv for spreadsheets.", HelpName = "table|jsonl|csv" };
        format.CustomParser = given =>
        {
            switch (given.Tokens.Single().Value)
            {
                case "table": return RowFormat.Table;
                case "jsonl": return RowFormat.JsonLines;
                case "csv": return RowFormat.Csv;
                default:
                    given.AddError("--format takes table, jsonl or csv.");
                    return RowFormat.Table;
            }
        };
        return format;
    }

    /// <summary>Does work on a ledger that is there; an argument that the ledger refuses is a wrong usage.</summary>
    public static int Run(string address, Terminal terminal, Func<ILedger, Task> work)
    {
        return RunAsync().GetAwaiter().GetResult();

        async Task<int> RunAsync()
        {
            await using var ledger = await Ledgers.OpenAsync(address, create: false);
            try
            {
                await work(ledger);
                terminal.Output.Flush();
                return ExitCode.Done;
            }
            catch (ArgumentException refused)
            {
                terminal.Error.WriteLine($"inquit: {Plain(refused)}");
                return ExitCode.WrongUsage;
            }
        }
    }

    /// <summary>The message without the parameter's name, which says nothing to people.</summary>
    public static string Plain(ArgumentException refused) =>
        refused.ParamName is null ? refused.Message : refused.Message.Replace($" (Parameter '{refused.ParamName}')", "", StringComparison.Ordinal);

    /// <summary>The actor with an id, or the only one with a name, which may be written in full or in part.</summary>
    /// <exception cref="ArgumentException">There is none, or there are several.</exception>
    public static async Task<ActorActivity> FindActorAsync(ILedger ledger, string given)
    {
        const int MostShown = 10;
        var search = ActorId.Read(given) is { } id ? new ActorSearch { Actor = id } : new ActorSearch { Name = given, Limit = MostShown + 1 };
        var found = await ledger.ActorsAsync(search).ToListAsync();
        if (found.Count > 1 && found.Where(actor => actor.Actor.Profile.Names.Contains(given, StringComparer.OrdinalIgnoreCase)).ToList() is [var exact])
        {
            return exact;
        }

        return found switch
        {
            [] => throw new ArgumentException($"The ledger knows no speaker '{given}'. 'inquit speakers' lists those it knows."),
            [var only] => only,
            _ => throw new ArgumentException(
                $"'{given}' may be {string.Join(", ", found.Take(MostShown).Select(actor => $"{ActorId.Of(actor.Actor.Id)} ({actor.Actor.Profile.Name})"))}{(found.Count > MostShown ? ", …" : "")}. Give one of these ids."),
        };
    }
}
