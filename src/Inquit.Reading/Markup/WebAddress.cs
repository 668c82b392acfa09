using System.Diagnostics.CodeAnalysis;

namespace Inquit.Reading.Markup;

/// <summary>Addresses as they stand in feeds and pages.</summary>
internal static class WebAddress
{
    private const int LongestBase = 2000;

    /// <summary>Kinds of address that do nothing but lead somewhere.</summary>
    private static readonly string[] Harmless = ["http", "https", "ftp", "mailto", "tel"];

    /// <summary>The address made whole: a relative one counts from <paramref name="baseAddress"/> and stays as it is without one.
    /// Null for one that would run something, such as <c>javascript:</c>, and for an empty one.</summary>
    public static string? Resolve(string? written, Uri? baseAddress)
    {
        var address = Clean(written);
        if (address.Length == 0)
        {
            return null;
        }

        if (Scheme(address) is { } scheme)
        {
            return Harmless.Contains(scheme, StringComparer.OrdinalIgnoreCase) ? address : null;
        }

        return baseAddress is not null && Uri.TryCreate(baseAddress, address, out var whole) && IsWeb(whole) ? whole.AbsoluteUri : address;
    }

    /// <summary>What addresses count from where an element names <paramref name="written"/> for it: that, if it is a whole address on the
    /// web that is no longer than any in use; otherwise what counts around it.</summary>
    public static Uri? Base(string? written, Uri? outer)
    {
        var address = Clean(written);
        if (address.Length == 0)
        {
            return outer;
        }

        var isRead = Scheme(address) is not null ? Uri.TryCreate(address, UriKind.Absolute, out var whole) : Uri.TryCreate(outer, address, out whole);
        return isRead && IsWeb(whole) && whole.OriginalString.Length <= LongestBase ? whole : outer;
    }

    /// <summary>Where a page was published: the address that it names itself, if that is at the place where it was found; else where it
    /// was found. A page may not pass for one of another place.</summary>
    /// <param name="own">The address that the page names; null for none.</param>
    /// <param name="found">Where it was found; null where that is not known.</param>
    public static string? OfPage(string? own, Uri? found) =>
        !IsWeb(found) || (Uri.TryCreate(own, UriKind.Absolute, out var named) && Site(named) == Site(found)) ? own : found.AbsoluteUri;

    /// <summary>Whether an address leads to the web.</summary>
    public static bool IsWeb([NotNullWhen(true)] Uri? address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };

    /// <summary>Without the blanks and controls that readers pass over in addresses: they may hide what an address does.</summary>
    private static string Clean(string? written) => string.IsNullOrEmpty(written) ? string.Empty
        : written.AsSpan().ContainsAnyInRange('\0', '\x1F') ? string.Concat(written.Where(c => !char.IsControl(c))).Trim()
        : written.Trim();

    private static string Site(Uri address) => address.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? address.IdnHost[4..] : address.IdnHost;

    private static string? Scheme(string address)
    {
        for (var at = 0; at < address.Length; at++)
        {
            var c = address[at];
            if (c == ':')
            {
                return at == 0 ? null : address[..at];
            }

            if (!(char.IsAsciiLetter(c) || (at > 0 && (char.IsAsciiDigit(c) || c is '+' or '-' or '.'))))
            {
                return null;
            }
        }

        return null;
    }
}
