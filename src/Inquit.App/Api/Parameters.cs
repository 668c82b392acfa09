using System.ComponentModel;
using System.Globalization;
using Inquit.Attribution;
using Inquit.Ledger;
using Inquit.Ledger.Search;
using Microsoft.AspNetCore.Mvc;

namespace Inquit.App.Api;

/// <summary>What stands in an address, read, or refused with what it should be.</summary>
internal static class Parameters
{
    /// <summary>Items of a page where the request does not say.</summary>
    public const int UsualLimit = 20;

    /// <summary>The most items of a page.</summary>
    public const int MostLimit = 100;

    /// <summary>How many items are given.</summary>
    public static int Limit(string? text, int usual = UsualLimit, int most = MostLimit) => string.IsNullOrEmpty(text) ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most ? limit
        : throw Refused("limit", text, $"a whole number from 1 to {most}");

    /// <summary>A day; null for none.</summary>
    public static DateOnly? Day(string name, string? text, bool isEnd) => text is null ? null : SearchText.Day(text, isEnd) ?? throw Refused(name, text, SearchText.DayForm);

    /// <summary>A country; null for none.</summary>
    public static string? Country(string? text) => text is null ? null : SearchText.Country(text) ?? throw Refused("country", text, SearchText.CountryForm);

    /// <summary>A kind; null for none.</summary>
    public static StatementKind? Kind(string? text) => text switch
    {
        null => null,
        "direct" => StatementKind.Direct,
        "indirect" => StatementKind.Indirect,
        "mixed" => StatementKind.Mixed,
        _ => throw Refused("kind", text, "direct, indirect or mixed"),
    };

    /// <summary>Whether an order is that of the oldest first.</summary>
    public static bool IsOldestFirst(string? text) => text switch
    {
        null or "newest" => false,
        "oldest" => true,
        _ => throw Refused("order", text, "newest or oldest"),
    };

    /// <summary>A likelihood; 0 for none.</summary>
    public static double Confidence(string? text) => text is null ? 0
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var confidence) && confidence is >= 0 and <= 1 ? confidence
        : throw Refused("minConfidence", text, "a number from 0 to 1");

    /// <summary>Yes or no.</summary>
    public static bool Flag(string name, string? text, bool usual) => text switch
    {
        null => usual,
        "true" => true,
        "false" => false,
        _ => throw Refused(name, text, "true or false"),
    };

    /// <summary>The number of an actor; null for none.</summary>
    public static int? Actor(string name, string? text) => text is null ? null : ActorId.Read(text) ?? throw Refused(name, text, "the id of a speaker, as a12");

    /// <summary>Words that are looked for; null for none.</summary>
    public static SearchQuery? Words(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var (query, problem) = SearchQuery.Parse(text);
        return query ?? throw RefusedException.BadRequest($"The search '{text}' cannot be understood: {problem}");
    }

    private static RefusedException Refused(string name, string text, string form) => RefusedException.BadRequest($"{name} is '{text}'. It takes {form}.");
}

/// <summary>Which statements are asked for, as it stands in an address.</summary>
internal sealed record StatementQuery
{
    [FromQuery(Name = "q"), Description("Words that must be there; \"quoted\" ones next to each other; bank* begins so; -word must not be there; a OR b.")]
    public string? Words { get; init; }

    [FromQuery(Name = "speaker"), Description("A name of the speaker; what they said under other names is found, too.")]
    public string? Speaker { get; init; }

    [FromQuery(Name = "actor"), Description("The id of the speaker, as a12.")]
    public string? Actor { get; init; }

    [FromQuery(Name = "role"), Description("Speakers whose role has these words.")]
    public string? Role { get; init; }

    [FromQuery(Name = "country"), Description("Speakers of this country: two letters, as RU.")]
    public string? Country { get; init; }

    [FromQuery(Name = "outlet"), Description("Articles of this paper, agency or site.")]
    public string? Outlet { get; init; }

    [FromQuery(Name = "kind"), Description("How much of it is quoted.")]
    public string? Kind { get; init; }

    [FromQuery(Name = "since"), Description("The first day, month or year: 2024-05-14, 2024-05 or 2024.")]
    public string? Since { get; init; }

    [FromQuery(Name = "until"), Description("The last day, month or year.")]
    public string? Until { get; init; }

    [FromQuery(Name = "minConfidence"), Description("The least confidence.")]
    public string? MinConfidence { get; init; }

    [FromQuery(Name = "allVersions"), Description("Also statements of articles that a newer version has taken the place of.")]
    public string? AllVersions { get; init; }

    [FromQuery(Name = "order"), Description("newest, or oldest for the oldest first; those without a day are then left out.")]
    public string? Order { get; init; }

    [FromQuery(Name = "limit"), Description("The most statements of a page.")]
    public string? Limit { get; init; }

    [FromQuery(Name = "after"), Description("The cursor of a page: what stands in next of the page before.")]
    public string? After { get; init; }

    /// <summary>What is looked for.</summary>
    /// <exception cref="RefusedException">A value cannot be understood.</exception>
    public StatementSearch ToSearch(int usualLimit = Parameters.UsualLimit, int mostLimit = Parameters.MostLimit) => new()
    {
        Words = Parameters.Words(Words),
        Speaker = Empty(Speaker),
        Actor = Parameters.Actor("actor", Empty(Actor)),
        Role = Empty(Role),
        Country = Parameters.Country(Empty(Country)),
        Outlet = Empty(Outlet),
        Kind = Parameters.Kind(Empty(Kind)),
        Since = Parameters.Day("since", Empty(Since), isEnd: false),
        Until = Parameters.Day("until", Empty(Until), isEnd: true),
        MinConfidence = Parameters.Confidence(Empty(MinConfidence)),
        AllVersions = Parameters.Flag("allVersions", Empty(AllVersions), usual: false),
        IsOldestFirst = Parameters.IsOldestFirst(Empty(Order)),
        After = Empty(After),
        Limit = Parameters.Limit(Empty(Limit), usualLimit, mostLimit),
    };

    /// <summary>A field of a form that was left empty says nothing.</summary>
    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
