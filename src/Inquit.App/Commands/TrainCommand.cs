using System.CommandLine;

namespace Inquit.App.Commands;

/// <summary><c>inquit train</c>: makes models from corpora.</summary>
internal static class TrainCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new Command("train", "Train models from corpora and write them to the models' folder.");
        var options = new RecipeOptions(command);
        command.SetAction(parsed =>
        {
            var request = options.Request(parsed, terminal);
            foreach (var recipe in options.Recipes(parsed))
            {
                terminal.Error.WriteLine($"{recipe.Name}: {recipe.Summary}");
                RecipeOptions.Run(recipe, () =>
                {
                    recipe.Train(request);
                    return true;
                });
            }

            return ExitCode.Done;
        });
        return command;
    }
}
