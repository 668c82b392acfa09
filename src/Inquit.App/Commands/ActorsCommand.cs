using System.CommandLine;
using System.Globalization;
using System.Text;
using Inquit.Actors;
using Inquit.App.Formats;

namespace Inquit.App.Commands;

/// <summary><c>inquit actors</c>: a person's decisions on who is one and who is two.</summary>
internal static class ActorsCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        return new Command("actors", "Say which speakers are one, and which are not. What a person says holds over what the program thinks.")
        {
            Merge(terminal), Split(terminal), Undo(terminal), Decisions(terminal),
        };
    }

    private static Command Merge(Terminal terminal)
    {
        var first = Actor("A");
        var second = Actor("B");
        var ledger = LedgerOptions.Ledger();
        var command = new Command("merge", "Two speakers are one.") { first, second, ledger };
        command.SetAction(parsed => LedgerOptions.Run(parsed.GetValue(ledger)!, terminal, async store =>
        {
            var (a, b) = (await LedgerOptions.FindActorAsync(store, parsed.GetValue(first)!), await LedgerOptions.FindActorAsync(store, parsed.GetValue(second)!));
            var decision = await store.MergeAsync(a.Actor.Id, b.Actor.Id);
            Say(terminal, decision, $"{a.Actor.Profile.Name} and {b.Actor.Profile.Name} are one");
        }));
        return command;
    }

    private static Command Split(Terminal terminal)
    {
        var actor = Actor("A");
        var name = new Argument<string>("NAME") { Description = "The name under which articles speak of somebody else." };
        var role = new Option<string?>("--role") { Description = "Only where the role is this one.", HelpName = "ROLE" };
        var affiliation = new Option<string?>("--affiliation") { Description = "Only where the affiliation is this one.", HelpName = "NAME" };
        var country = LedgerOptions.Country();
        var ledger = LedgerOptions.Ledger();
        var command = new Command("split", "A name that was taken for a speaker's is somebody else's.") { actor, name, role, affiliation, country, ledger };
        command.SetAction(parsed => LedgerOptions.Run(parsed.GetValue(ledger)!, terminal, async store =>
        {
            var from = await LedgerOptions.FindActorAsync(store, parsed.GetValue(actor)!);
            var profile = new ActorProfile(parsed.GetValue(name)!, Role: parsed.GetValue(role), Affiliation: parsed.GetValue(affiliation), Country: parsed.GetValue(country));
            var decision = await store.SplitAsync(from.Actor.Id, profile);
            Say(terminal, decision, $"{profile.Name} is {ActorId.Of(decision.Second)} and not {from.Actor.Profile.Name}");
        }));
        return command;
    }

    private static Command Undo(Terminal terminal)
    {
        var number = new Argument<int>("NUMBER") { Description = "The number of the decision, as 'inquit actors decisions' lists it." };
        var ledger = LedgerOptions.Ledger();
        var command = new Command("undo", "Take a decision back.") { number, ledger };
        command.SetAction(parsed => LedgerOptions.Run(parsed.GetValue(ledger)!, terminal, async store =>
        {
            await store.UndoAsync(parsed.GetValue(number));
            terminal.Output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"decision {parsed.GetValue(number)} is taken back\n")));
        }));
        return command;
    }

    private static Command Decisions(Terminal terminal)
    {
        var format = LedgerOptions.Format();
        var ledger = LedgerOptions.Ledger();
        var command = new Command("decisions", "List the decisions that hold.") { format, ledger };
        command.SetAction(parsed => LedgerOptions.Run(parsed.GetValue(ledger)!, terminal, async store =>
        {
            var rows = (await store.DecisionsAsync()).Select(LedgerRows.Of).ToList();
            RowWriter.Write(terminal, parsed.GetValue(format), LedgerRows.DecisionColumns, rows, "No decisions.");
        }));
        return command;
    }

    private static Argument<string> Actor(string name) => new(name) { Description = "A speaker's name, or the id that 'inquit speakers' shows." };

    private static void Say(Terminal terminal, ActorDecision decision, string what) =>
        terminal.Output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"decision {decision.Number}: {what}\n")));
}
