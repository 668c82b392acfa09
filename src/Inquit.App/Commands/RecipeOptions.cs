using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Inquit.Training;

namespace Inquit.App.Commands;

/// <summary>What <c>train</c> and <c>score</c> share: which models, from which data, with which settings.</summary>
internal sealed class RecipeOptions
{
    private const string All = "all";
    private readonly Option<string> data = new("--data")
    {
        Description = "The folder that holds the corpora.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "../shared/data",
    };

    private readonly Option<string> models = new("--models")
    {
        Description = "The folder that holds a folder for each model.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "models",
    };

    private readonly Option<int> seed = new("--seed")
    {
        Description = "Seed of every random choice.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string[]> settings = new("--set")
    {
        Description = "Settings that differ from the model's own; with one model.",
        HelpName = "KEY=VALUE",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private readonly Argument<string[]> names;

    /// <summary>Creates the options and adds them to <paramref name="command"/>.</summary>
    public RecipeOptions(Command command)
    {
        names = new Argument<string[]>("NAME")
        {
            Description = $"Models by name ({string.Join(", ", ModelRecipes.All.Select(recipe => recipe.Name))}), or {All}.",
            Arity = ArgumentArity.OneOrMore,
        };
        names.Validators.Add(given =>
        {
            foreach (var name in given.Tokens.Select(token => token.Value).Where(name => name != All && Find(name) is null))
            {
                given.AddError($"There is no model '{name}'. There are: {string.Join(", ", ModelRecipes.All.Select(recipe => recipe.Name))}.");
            }
        });
        command.Validators.Add(CheckSettings);
        command.Add(names);
        command.Add(data);
        command.Add(models);
        command.Add(seed);
        command.Add(settings);
    }

    /// <summary>The recipes named, in the order in which they build on each other.</summary>
    public IEnumerable<IModelRecipe> Recipes(ParseResult parsed) => Chosen(parsed.GetValue(names)!);

    /// <summary>What the recipes are run with.</summary>
    /// <exception cref="BrokenEnvironmentException">The data is not there.</exception>
    public TrainingRequest Request(ParseResult parsed, Terminal terminal)
    {
        var folder = parsed.GetValue(data)!;
        return Directory.Exists(folder)
            ? new TrainingRequest(
                folder,
                parsed.GetValue(models)!,
                parsed.GetValue(seed),
                ByName(parsed.GetValue(settings)!),
                line => terminal.Error.WriteLine(line))
            : throw new BrokenEnvironmentException(
                $"The corpora are not in '{Path.GetFullPath(folder)}'. Name their folder with --data; the models' cards say where to get them.");
    }

    /// <summary>Runs a recipe; a corpus or model that is not there ends the program with its name.</summary>
    public static T Run<T>(IModelRecipe recipe, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or Learning.ModelFormatException)
        {
            throw new BrokenEnvironmentException(string.Create(CultureInfo.InvariantCulture, $"{recipe.Name}: {missing.Message} Check --data and --models."));
        }
    }

    private static IEnumerable<IModelRecipe> Chosen(string[] names) =>
        ModelRecipes.All.Where(recipe => names.Contains(All) || names.Contains(recipe.Name));

    /// <summary>Settings by name; the last one where a name is given again.</summary>
    private static Dictionary<string, string> ByName(string[] settings) =>
        settings.Select(setting => setting.Split('=', 2)).GroupBy(pair => pair[0]).ToDictionary(same => same.Key, same => same.Last()[1]);

    private void CheckSettings(CommandResult line)
    {
        var given = line.GetValue(settings) ?? [];
        var recipes = Chosen(line.GetValue(names) ?? []).ToArray();
        if (recipes.Length == 0 || (given.Length == 0 && (recipes.Length > 1 || line.Command.Name != "train")))
        {
            return;
        }

        var problem = given.FirstOrDefault(setting => setting.IndexOf('=', StringComparison.Ordinal) < 1) is { } malformed ? $"--set takes KEY=VALUE, not '{malformed}'."
            : recipes.Length > 1 ? "--set goes with one model."
            : recipes[0].FindProblem(ByName(given));
        if (problem is not null)
        {
            line.AddError(problem);
        }
    }

    private static IModelRecipe? Find(string name) => ModelRecipes.All.FirstOrDefault(recipe => recipe.Name == name);
}
