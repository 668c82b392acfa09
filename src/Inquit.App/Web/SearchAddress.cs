using System.Text;
using Inquit.App.Api;

namespace Inquit.App.Web;

/// <summary>A search as it stands in the address of a page, with the same names as in the API.</summary>
internal static class SearchAddress
{
    /// <summary>The page that shows what is found.</summary>
    public const string Page = "/search";

    private static readonly (string Name, Func<StatementQuery, string?> Value)[] Fields =
    [
        ("q", query => query.Words),
        ("speaker", query => query.Speaker),
        ("actor", query => query.Actor),
        ("role", query => query.Role),
        ("country", query => query.Country),
        ("outlet", query => query.Outlet),
        ("kind", query => query.Kind),
        ("since", query => query.Since),
        ("until", query => query.Until),
        ("minConfidence", query => query.MinConfidence),
        ("allVersions", query => query.AllVersions),
        ("order", query => query.Order),
        ("limit", query => query.Limit),
        ("after", query => query.After),
    ];

    /// <summary>The search of an address. A field that is empty says nothing.</summary>
    public static StatementQuery Read(IQueryCollection query)
    {
        return new StatementQuery
        {
            Words = Value("q"),
            Speaker = Value("speaker"),
            Actor = Value("actor"),
            Role = Value("role"),
            Country = Value("country"),
            Outlet = Value("outlet"),
            Kind = Value("kind"),
            Since = Value("since"),
            Until = Value("until"),
            MinConfidence = Value("minConfidence"),
            AllVersions = Value("allVersions"),
            Order = Value("order"),
            Limit = Value("limit"),
            After = Value("after"),
        };

        string? Value(string name) => query[name] is [{ } first, ..] && !string.IsNullOrWhiteSpace(first) ? first.Trim() : null;
    }

    /// <summary>Whether an address has fields that say nothing, as a form sends them that was left empty.</summary>
    public static bool HasEmptyFields(IQueryCollection query) => query.Any(field => field.Value is [null or "", ..]);

    /// <summary>Whether nothing is asked for but where to go on.</summary>
    public static bool IsOpen(StatementQuery query) => query with { Order = null, Limit = null, After = null } == new StatementQuery();

    /// <summary>The address of a search.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="path">The page, or the form in which it is asked for.</param>
    public static string Of(StatementQuery query, string path = Page)
    {
        var address = new StringBuilder(path);
        var between = '?';
        foreach (var (name, value) in Fields)
        {
            if (value(query) is { } written)
            {
                address.Append(between).Append(name).Append('=').Append(Uri.EscapeDataString(written));
                between = '&';
            }
        }

        return address.ToString();
    }
}
