using System.Text;
using System.Text.Json;

namespace Inquit.Tests;

/// <summary>Small articles in plain news sentences, made from a template; the same number gives the same article.</summary>
internal static class NewsMaker
{
    private static readonly string[] Given = ["Anna", "Boris", "Carla", "David", "Elena", "Farid", "Greta", "Hugo", "Ingrid", "Jonas"];
    private static readonly string[] Family = ["Abelson", "Brekke", "Castellan", "Drummond", "Eriksen", "Falkner", "Grushin", "Holmberg", "Ivarsson", "Jelinek", "Kovalev", "Lindqvist"];
    private static readonly string[] Roles = ["mayor of Haven", "finance minister", "police chief", "union leader", "spokesman for the port", "economist"];
    private static readonly string[] Things = ["the bridge", "a new tax", "the ferry", "the harbour", "a strike", "the election", "the oil field"];
    private static readonly string[] Claims = ["would cost two million", "was a mistake", "must wait until spring", "had been agreed last year", "was not needed", "would open in June"];

    /// <summary>A line of JSON for each article. Some are corrections of earlier ones, some are there twice.</summary>
    public static string Lines(int count)
    {
        var lines = new StringBuilder();
        for (var number = 0; number < count; number++)
        {
            var random = new Random(number % 50 == 49 ? number - 1 : number);
            var url = number % 10 == 9 ? number - 7 : number;
            lines.Append(JsonSerializer.Serialize(new
            {
                id = $"n{url}",
                outlet = "The Haven Courier",
                url = number % 3 == 0 ? $"https://example.org/{url}" : null,
                published = new DateOnly(2024, 1, 1).AddDays(number % 400).ToString("yyyy-MM-dd", null),
                text = Text(random),
            })).Append('\n');
        }

        return lines.ToString();

        static string Text(Random random)
        {
            var (name, family, role) = (Of(random, Given), Of(random, Family), Of(random, Roles));
            return $"{name} {family}, the {role}, said on Tuesday that {Of(random, Things)} {Of(random, Claims)}. “{Of(random, Things).ToUpperInvariant()} {Of(random, Claims)},” {family} told reporters.";
        }

        static string Of(Random random, string[] words) => words[random.Next(words.Length)];
    }
}
