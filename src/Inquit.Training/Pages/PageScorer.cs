using System.Globalization;
using System.Text.RegularExpressions;

namespace Inquit.Training.Pages;

/// <summary>
/// Measures what is read off pages. The body as the article extraction benchmark of 181 pages does: four words in a row, counted with
/// multiplicity, precision and recall as means over the pages.
/// </summary>
public sealed partial class PageScorer
{
    private const int Shingle = 4;

    private readonly List<double> precision = [];
    private readonly List<double> recall = [];
    private (int Right, int All) title;
    private (int Right, int All) date;
    private (int Both, int Expected, int Found) authors;

    /// <summary>F1 of the bodies, 0 to 1: the harmonic mean of the mean precision and the mean recall.</summary>
    public double Body => precision.Count == 0 || recall.Count == 0 ? 0 : F1(precision.Average(), recall.Average());

    /// <summary>The share of headlines that are equal but for case and punctuation.</summary>
    public double Title => title.All == 0 ? 0 : (double)title.Right / title.All;

    /// <summary>The share of days that are equal.</summary>
    public double Date => date.All == 0 ? 0 : (double)date.Right / date.All;

    /// <summary>F1 of the words of the authors' names, over the pages that name any.</summary>
    public double Authors => authors.Expected + authors.Found == 0 ? 0 : 2.0 * authors.Both / (authors.Expected + authors.Found);

    /// <summary>Adds a page and what was read off it; null where nothing was.</summary>
    public void Add(PageTruth page, Article? article)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (expected, found) = (Shingles(page.Body), Shingles(article?.Text));
        var both = Overlap(expected, found);
        if (found.Count > 0)
        {
            precision.Add((double)both / found.Values.Sum());
        }

        if (expected.Count > 0)
        {
            recall.Add((double)both / expected.Values.Sum());
        }

        if (page.Title is not null)
        {
            title = (title.Right + (Folded(page.Title).SequenceEqual(Folded(article?.Title)) ? 1 : 0), title.All + 1);
        }

        if (page.Published is not null)
        {
            date = (date.Right + (page.Published == article?.Published ? 1 : 0), date.All + 1);
        }

        if (page.Authors is not null)
        {
            var (names, given) = (Counts(Folded(page.Authors)), Counts(Folded(string.Join("; ", article?.Authors ?? []))));
            authors = (authors.Both + Overlap(names, given), authors.Expected + names.Values.Sum(), authors.Found + given.Values.Sum());
        }
    }

    /// <summary>The figures in a line.</summary>
    public override string ToString() => title.All == 0
        ? string.Create(CultureInfo.InvariantCulture, $"body {Body:0.0000}")
        : string.Create(CultureInfo.InvariantCulture, $"body {Body:0.0000}, title {Title:0.000}, date {Date:0.000}, authors {Authors:0.000}");

    private static double F1(double p, double r) => p + r == 0 ? 0 : 2 * p * r / (p + r);

    private static string[] Words(string? text) => Word().Matches(text ?? string.Empty).Select(match => match.Value).ToArray();

    private static string[] Folded(string? text) => Words(text?.ToLowerInvariant());

    private static Dictionary<string, int> Shingles(string? text)
    {
        var words = Words(text);
        return words.Length == 0
            ? []
            : Counts(Enumerable.Range(0, Math.Max(1, words.Length - Shingle + 1)).Select(at => string.Join(' ', words.AsSpan(at, Math.Min(Shingle, words.Length - at))!)));
    }

    private static Dictionary<string, int> Counts(IEnumerable<string> items) => items.CountBy(item => item).ToDictionary();

    private static int Overlap(Dictionary<string, int> one, Dictionary<string, int> other) => one.Sum(item => Math.Min(item.Value, other.GetValueOrDefault(item.Key)));

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
