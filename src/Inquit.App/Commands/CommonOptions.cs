using System.CommandLine;
using System.Globalization;
using Inquit.Reading;

namespace Inquit.App.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary>What is read. A mistyped option is told from an input.</summary>
    public static Argument<string[]> Inputs(string description)
    {
        var inputs = new Argument<string[]>("FILE") { Description = description, Arity = ArgumentArity.OneOrMore };
        inputs.Validators.Add(given =>
        {
            foreach (var name in given.Tokens.Select(token => token.Value).Where(name => name.Length > 1 && name[0] == '-' && !Path.Exists(name)))
            {
                given.AddError($"There is no option '{name}'. A file of that name is given as './{name}'.");
            }
        });
        return inputs;
    }

    /// <summary>What standard input is taken for.</summary>
    public static Option<string> StandardInputKind()
    {
        var kind = new Option<string>("--as") { Description = "What standard input holds.", DefaultValueFactory = _ => ArticleReader.StandardInputKinds[0] };
        kind.AcceptOnlyFromAmong([.. ArticleReader.StandardInputKinds]);
        return kind;
    }

    /// <summary>The folder of the models that are used.</summary>
    public static Option<string?> Models() => new("--models")
    {
        Description = $"The folder of the trained models. [default: {App.Models.FolderVariable}, or models beside the program]",
        HelpName = "DIR",
    };

    /// <summary>Whether what is passed over is named.</summary>
    public static Option<bool> Verbose() => new("--verbose") { Description = "Name on standard error what is passed over, and why." };

    /// <summary>How many threads work.</summary>
    public static Option<int> Threads() => new("--threads")
    {
        Description = "How many threads work; the output is the same for any number.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        CustomParser = given =>
        {
            if (int.TryParse(given.Tokens.Single().Value, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads > 0)
            {
                return threads;
            }

            given.AddError("--threads takes a whole number from 1.");
            return 1;
        },
    };
}
