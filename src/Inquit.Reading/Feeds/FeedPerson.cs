namespace Inquit.Reading.Feeds;

/// <summary>Names of people as RSS writes them, with their mail addresses.</summary>
internal static class FeedPerson
{
    /// <summary>The name in <c>ana@example.org (Ana Ruiz)</c>, <c>Ana Ruiz (ana@example.org)</c> or <c>Ana Ruiz &lt;ana@example.org&gt;</c>;
    /// the address where there is no name.</summary>
    public static string? Name(string written)
    {
        written = written.Trim();
        return written.Length == 0 ? null
            : Split(written, '(', ')') ?? Split(written, '<', '>') ?? written;
    }

    private static string? Split(string written, char opening, char closing)
    {
        var start = written.IndexOf(opening, StringComparison.Ordinal);
        if (start < 0 || written[^1] != closing)
        {
            return null;
        }

        var before = written[..start].Trim();
        var within = written[(start + 1)..^1].Trim();
        return IsMail(within) && before.Length > 0 ? before
            : IsMail(before) && within.Length > 0 ? within
            : null;
    }

    private static bool IsMail(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) > 0 && !text.Any(char.IsWhiteSpace);
}
