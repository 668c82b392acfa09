using System.CommandLine;
using System.Globalization;
using System.Text;
using Inquit.App.Formats;
using Inquit.Ledger;

namespace Inquit.App.Commands;

/// <summary><c>inquit speaker</c>: what one said, over time.</summary>
internal static class SpeakerCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "A name of the speaker, or the id that 'inquit speakers' shows." };
        var options = new SearchOptions();
        var ledger = LedgerOptions.Ledger();
        var command = new Command("speaker", "Show what somebody said, the newest first.") { name, ledger };
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        command.SetAction(parsed => LedgerOptions.Run(parsed.GetValue(ledger)!, terminal, async store =>
        {
            var activity = await LedgerOptions.FindActorAsync(store, parsed.GetValue(name)!);
            var format = parsed.GetValue(options.Format);
            if (format == RowFormat.Table)
            {
                terminal.Output.Write(Encoding.UTF8.GetBytes(Heading(activity)));
            }

            await FoundStatements.WriteAsync(terminal, format, store.SearchAsync(options.Read(parsed) with { Actor = activity.Actor.Id }));
        }));
        return command;
    }

    private static string Heading(ActorActivity activity)
    {
        var (id, profile) = activity.Actor;
        var text = new StringBuilder();
        string?[] known = [profile.Name, JsonNames.Of(profile.Type), profile.Role, profile.Affiliation, profile.Country, ActorId.Of(id)];
        text.AppendJoin(" · ", known.Where(part => !string.IsNullOrWhiteSpace(part)).Select(TableFormat.Printable)).Append('\n');
        if (!profile.OtherNames.IsEmpty)
        {
            text.Append("Also: ").AppendJoin(", ", profile.OtherNames.Select(TableFormat.Printable)).Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"{activity.Statements} statements");
        return (activity.First is null ? text : text.Append(CultureInfo.InvariantCulture, $", {activity.First:yyyy-MM-dd} to {activity.Last:yyyy-MM-dd}")).Append('\n').ToString();
    }
}
