using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Inquit.Meaning;
using Inquit.Text;

namespace Inquit.App.Formats;

/// <summary>Writes spans of one text as JSON, in code points.</summary>
internal sealed class SpanWriter(Utf8JsonWriter json, string text)
{
    private readonly CodePointMap map = CodePointMaps.Of(text);

    /// <summary>Writes <c>[start,end]</c>.</summary>
    public void WriteSpan(TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(map.ToCodePoints(span.Start));
        json.WriteNumberValue(map.ToCodePoints(span.End));
        json.WriteEndArray();
    }

    /// <summary>Writes <c>"name":{"spans":[…],"text":"…"}</c>, the pieces of the text with a space between them; null for no span.</summary>
    public void WriteRole(string name, ImmutableArray<TextSpan> spans)
    {
        if (spans.IsDefaultOrEmpty)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteStartArray("spans");
        foreach (var span in spans)
        {
            WriteSpan(span);
        }

        json.WriteEndArray();
        json.WriteText("text", spans.TextOf(text));
        json.WriteEndObject();
    }

    /// <summary>Writes <c>"said":{"value":…,"basis":…,"span":[s,e],"text":"…"}</c>; null where it is not known.</summary>
    public void WriteSaid(StatementTime? said)
    {
        if (said is null)
        {
            json.WriteNull("said");
            return;
        }

        json.WriteStartObject("said");
        json.WriteText("value", said.Value);
        json.WriteString("basis", JsonNames.Of(said.Basis));
        if (said.Span is { } span)
        {
            json.WritePropertyName("span");
            WriteSpan(span);
            json.WriteText("text", span.Of(text));
        }
        else
        {
            json.WriteNull("span");
            json.WriteNull("text");
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a time expression: <c>{"start":s,"end":e,"type":…,"value":…,"text":"…"}</c>.</summary>
    public void WriteTime(TimeExpression time)
    {
        json.WriteStartObject();
        json.WriteNumber("start", map.ToCodePoints(time.Span.Start));
        json.WriteNumber("end", map.ToCodePoints(time.Span.End));
        json.WriteString("type", JsonNames.Of(time.Type));
        json.WriteText("value", time.Value);
        json.WriteText("text", time.Span.Of(text));
        json.WriteEndObject();
    }
}

/// <summary>The map of each text that is in use: the statements of one article, given one by one, share it.</summary>
internal static class CodePointMaps
{
    private static readonly ConditionalWeakTable<string, CodePointMap> Known = [];

    /// <summary>The map of a text.</summary>
    public static CodePointMap Of(string text) => Known.GetValue(text, static text => new CodePointMap(text));
}

/// <summary>Spans with the characters they stand on.</summary>
internal static class SpanText
{
    /// <summary>Stands where words of the article were left out between two pieces of a statement, so that these are not read as one quotation.</summary>
    public const string LeftOut = " … ";

    /// <summary>The characters of <paramref name="spans"/>, with <paramref name="between"/> between two spans.</summary>
    public static string TextOf(this ImmutableArray<TextSpan> spans, string text, string between = LeftOut)
    {
        if (spans.Length == 1)
        {
            return spans[0].Of(text).ToString();
        }

        var all = new StringBuilder();
        foreach (var span in spans)
        {
            all.Append(all.Length == 0 ? "" : between).Append(span.Of(text));
        }

        return all.ToString();
    }
}
