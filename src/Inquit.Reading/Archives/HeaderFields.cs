using System.Text;

namespace Inquit.Reading.Archives;

/// <summary>The fields of a header as WARC and HTTP write them: a name, a colon and a value a line; a line that starts with a blank goes on with the one before.</summary>
internal sealed class HeaderFields
{
    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A field's value, the first where there are several; null where there is none.</summary>
    public string? this[string name] => fields.GetValueOrDefault(name);

    /// <summary>Reads the lines of a header, without its first.</summary>
    public static HeaderFields Parse(ReadOnlySpan<byte> lines)
    {
        var header = new HeaderFields();
        string? name = null;
        var value = new StringBuilder();
        foreach (var range in lines.Split((byte)'\n'))
        {
            var line = Encoding.UTF8.GetString(lines[range]);
            if (line.Length > 0 && line[0] is ' ' or '\t')
            {
                value.Append(' ').Append(line.AsSpan().Trim());
                continue;
            }

            header.Add(name, value);
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            name = colon > 0 ? line[..colon].Trim() : null;
            value.Append(line.AsSpan(colon + 1).Trim());
        }

        header.Add(name, value);
        return header;
    }

    /// <summary>Where a header ends, after its empty line; -1 where it does not.</summary>
    public static int End(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (bytes[at..].IndexOf((byte)'\n') is var feed and >= 0)
        {
            at += feed + 1;
            if (bytes[at..] is [(byte)'\n', ..])
            {
                return at + 1;
            }

            if (bytes[at..] is [(byte)'\r', (byte)'\n', ..])
            {
                return at + 2;
            }
        }

        return -1;
    }

    private void Add(string? name, StringBuilder value)
    {
        if (name is not null)
        {
            fields.TryAdd(name, value.ToString().Trim());
        }

        value.Clear();
    }
}
