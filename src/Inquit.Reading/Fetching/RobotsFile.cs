using System.Text;

namespace Inquit.Reading.Fetching;

/// <summary>The rules of a robots.txt for one program (RFC 9309): the groups that name it, or else those for all; of the rules that fit
/// a path the longest counts, and of two as long the one that allows.</summary>
internal sealed class RobotsFile
{
    /// <summary>The most bytes of a robots.txt that are looked at; the RFC asks for no fewer.</summary>
    public const int MaxBytes = 500 << 10;

    private const int MostRules = 10_000;
    private const int LongestPattern = 2_000;

    private readonly List<(string Pattern, bool IsAllowed)> rules = [];

    /// <summary>A file that allows all.</summary>
    public static RobotsFile AllowsAll { get; } = new();

    /// <summary>A file that allows nothing: that of a server which could not be asked for its own.</summary>
    public static RobotsFile AllowsNothing { get; } = Parse("User-agent: *\nDisallow: /", "all");

    /// <summary>Reads the rules for a program.</summary>
    /// <param name="text">The file.</param>
    /// <param name="program">The program's name, without its version.</param>
    public static RobotsFile Parse(string text, string program)
    {
        var (own, all) = (new RobotsFile(), new RobotsFile());
        var isOwnNamed = false;
        var (isForOwn, isForAll, wasAgent) = (false, false, false);
        foreach (var range in text.AsSpan().SplitAny("\r\n"))
        {
            var line = text.AsSpan()[range];
            var comment = line.IndexOf('#');
            line = comment < 0 ? line : line[..comment];
            var colon = line.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            var key = line[..colon].Trim().TrimStart('\uFEFF');
            var value = line[(colon + 1)..].Trim();
            if (Is(key, "user-agent"))
            {
                (isForOwn, isForAll) = wasAgent ? (isForOwn, isForAll) : (false, false);
                isForOwn |= Names(value, program);
                isForAll |= value is "*";
                isOwnNamed |= isForOwn;
                wasAgent = true;
            }
            else if (Is(key, "allow") || Is(key, "disallow"))
            {
                wasAgent = false;
                var rule = (Pattern: Normalize(value.ToString()), IsAllowed: Is(key, "allow"));
                (isForOwn ? own : null)?.Add(rule);
                (isForAll ? all : null)?.Add(rule);
            }
        }

        return isOwnNamed ? own : all;
    }

    /// <summary>Whether an address may be read.</summary>
    public bool Allows(Uri address)
    {
        var path = Normalize(address.PathAndQuery);
        if (path == "/robots.txt")
        {
            return true;
        }

        var (longest, isAllowed) = (-1, true);
        foreach (var rule in rules)
        {
            if ((rule.Pattern.Length > longest || (rule.Pattern.Length == longest && rule.IsAllowed)) && Fits(rule.Pattern, path))
            {
                (longest, isAllowed) = (rule.Pattern.Length, rule.IsAllowed);
            }
        }

        return isAllowed;
    }

    private void Add((string Pattern, bool IsAllowed) rule)
    {
        if (rule.Pattern.Length is > 0 and <= LongestPattern && rules.Count < MostRules)
        {
            rules.Add(rule);
        }
    }

    private static bool Is(ReadOnlySpan<char> key, string name) => key.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a line names the program: its name, perhaps with more after it, as a version.</summary>
    private static bool Names(ReadOnlySpan<char> value, string program) =>
        value.StartsWith(program, StringComparison.OrdinalIgnoreCase)
        && (value.Length == program.Length || !(char.IsAsciiLetter(value[program.Length]) || value[program.Length] is '-' or '_'));

    /// <summary>A path or pattern in one way of writing: letters beyond ASCII as escapes, escapes in capitals, those of plain characters undone.</summary>
    private static string Normalize(string path)
    {
        var normal = new StringBuilder(path.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(path))
        {
            normal.Append(unit is > 0x20 and < 0x7F ? ((char)unit).ToString() : $"%{unit:X2}");
        }

        for (var at = 0; at + 2 < normal.Length; at++)
        {
            if (normal[at] == '%' && char.IsAsciiHexDigit(normal[at + 1]) && char.IsAsciiHexDigit(normal[at + 2]))
            {
                var unit = (char)((Convert.ToInt32(normal[at + 1].ToString(), 16) << 4) | Convert.ToInt32(normal[at + 2].ToString(), 16));
                if (char.IsAsciiLetterOrDigit(unit) || unit is '-' or '.' or '_' or '~')
                {
                    normal[at] = unit;
                    normal.Remove(at + 1, 2);
                }
                else
                {
                    (normal[at + 1], normal[at + 2]) = (char.ToUpperInvariant(normal[at + 1]), char.ToUpperInvariant(normal[at + 2]));
                    at += 2;
                }
            }
        }

        return normal.ToString();
    }

    /// <summary>Whether a pattern fits a path from its start: <c>*</c> is any characters, <c>$</c> at the end is the path's end. Each star is placed
    /// as early as it goes, so that this takes no longer than the product of both lengths.</summary>
    private static bool Fits(string pattern, string path)
    {
        var isWhole = pattern[^1] == '$';
        var pieces = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = pieces[0].Length;
        for (var i = 1; i < pieces.Length; i++)
        {
            if (isWhole && i == pieces.Length - 1)
            {
                return path.Length - at >= pieces[i].Length && path.EndsWith(pieces[i], StringComparison.Ordinal);
            }

            var found = path.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + pieces[i].Length;
        }

        return !isWhole || at == path.Length;
    }
}
