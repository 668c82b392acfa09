using System.Globalization;
using System.Text.Json;

namespace Inquit.Training.Pages;

/// <summary>What people found on a page: the article's text and, where the set has them, its title, day and authors.</summary>
/// <param name="Name">The page's name in the set, a hash in hexadecimal.</param>
/// <param name="Path">The page, packed with gzip.</param>
/// <param name="Url">Where it was got from.</param>
/// <param name="Body">The article's text.</param>
/// <param name="Title">The headline; null where the set has none.</param>
/// <param name="Published">The day; null where the set has none.</param>
/// <param name="Authors">The writers, with semicolons between; null where the set names none.</param>
public sealed record PageTruth(string Name, string Path, string Url, string Body, string? Title, DateOnly? Published, string? Authors)
{
    /// <summary>Whether the page is of the half whose errors were looked at when the reader was made: names that end in 0 to 7.</summary>
    public bool IsWorkedWith => Name[^1] is >= '0' and <= '7';

    /// <summary>Reads a set: <c>truth.json</c> and <c>pages/NAME.html.gz</c>.</summary>
    /// <exception cref="IOException">The file is not there.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static IReadOnlyList<PageTruth> ReadAll(string folder)
    {
        using var truth = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Join(folder, "truth.json")));
        return truth.RootElement.EnumerateObject().Select(page => Of(folder, page.Name, page.Value)).ToArray();
    }

    private static PageTruth Of(string folder, string name, JsonElement page) => new(
        name,
        System.IO.Path.Join(folder, "pages", name + ".html.gz"),
        Text(page, "url") ?? string.Empty,
        Text(page, "articleBody") ?? string.Empty,
        Text(page, "title"),
        Text(page, "date") is { Length: >= 10 } date ? DateOnly.ParseExact(date[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        Text(page, "authors"));

    private static string? Text(JsonElement page, string name) =>
        page.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;
}
