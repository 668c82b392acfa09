using System.Text;
using Inquit.App.Api;

namespace Inquit.App.Web;

/// <summary>A search as it stands in the address of a page, with the same names as in the API.</summary>
internal static class SearchAddress
{
    /// <summary>The page that shows what is found.</summary>
    public const string Page = "/search";

    private static readonly (string Name, Func<StatementQuery, string?> Get, Func<StatementQuery, string, StatementQuery> Set)[] Fields =
    [
        ("q", query => query.Words, (query, value) => query with { Words = value }),
        ("speaker", query => query.Speaker, (query, value) => query with { Speaker = value }),
        ("actor", query => query.Actor, (query, value) => query with { Actor = value }),
        ("role", query => query.Role, (query, value) => query with { Role = value }),
        ("country", query => query.Country, (query, value) => query with { Country = value }),
        ("outlet", query => query.Outlet, (query, value) => query with { Outlet = value }),
        ("kind", query => query.Kind, (query, value) => query with { Kind = value }),
        ("since", query => query.Since, (query, value) => query with { Since = value }),
        ("until", query => query.Until, (query, value) => query with { Until = value }),
        ("minConfidence", query => query.MinConfidence, (query, value) => query with { MinConfidence = value }),
        ("allVersions", query => query.AllVersions, (query, value) => query with { AllVersions = value }),
        ("order", query => query.Order, (query, value) => query with { Order = value }),
        ("limit", query => query.Limit, (query, value) => query with { Limit = value }),
        ("after", query => query.After, (query, value) => query with { After = value }),
    ];

    /// <summary>The search of an address. A field that is empty says nothing.</summary>
    public static StatementQuery Read(IQueryCollection query) => Fields.Aggregate(
        new StatementQuery(),
        (read, field) => query[field.Name] is [{ } first, ..] && !string.IsNullOrWhiteSpace(first) ? field.Set(read, first.Trim()) : read);

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
        foreach (var (name, get, _) in Fields)
        {
            if (get(query) is { } written)
            {
                address.Append(between).Append(name).Append('=').Append(Uri.EscapeDataString(written));
                between = '&';
            }
        }

        return address.ToString();
    }
}
