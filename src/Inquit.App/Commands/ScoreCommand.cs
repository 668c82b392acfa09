using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Inquit.App.Commands;

/// <summary><c>inquit score</c>: measures models on the dev files.</summary>
internal static class ScoreCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new Command("score", "Score models on the dev files.");
        var options = new RecipeOptions(command);
        var write = new Option<bool>("--write") { Description = "Also keep the figures as scores.json beside the model." };
        command.Add(write);
        command.SetAction(parsed =>
        {
            var request = options.Request(parsed, terminal);
            using var output = new StreamWriter(terminal.Output, new UTF8Encoding(false), leaveOpen: true);
            foreach (var recipe in options.Recipes(parsed))
            {
                var scores = RecipeOptions.Run(recipe, () => recipe.Score(request));
                foreach (var (figure, value) in scores)
                {
                    output.Write(string.Create(CultureInfo.InvariantCulture, $"{recipe.Name}\t{figure}\t{value:0.####}\n"));
                }

                output.Flush();
                if (parsed.GetValue(write))
                {
                    var rounded = scores.ToDictionary(pair => pair.Key, pair => Math.Round(pair.Value, 4));
                    File.WriteAllText(Path.Join(request.ModelsFolder, recipe.Name, "scores.json"), JsonSerializer.Serialize(rounded, Indented) + "\n");
                }
            }

            return ExitCode.Done;
        });
        return command;
    }
}
