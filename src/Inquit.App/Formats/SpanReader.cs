using System.Collections.Immutable;
using System.Text.Json;
using Inquit.Text;

namespace Inquit.App.Formats;

/// <summary>Reads spans of one text from JSON, where they are in code points; the counterpart of <see cref="SpanWriter"/>.</summary>
internal sealed class SpanReader
{
    private readonly CodePointMap map;
    private readonly int length;

    /// <summary>Creates the reader of a text's spans.</summary>
    public SpanReader(string text)
    {
        (Text, map) = (text, new CodePointMap(text));
        length = map.ToCodePoints(text.Length);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>A place in the text.</summary>
    public int ReadOffset(JsonFields fields, string name) => fields.Int32(name) is var offset && offset <= length ? map.ToCodeUnits(offset) : throw fields.Wrong(name, Outside);

    /// <summary>Reads <c>[start,end]</c>.</summary>
    public TextSpan ReadSpan(JsonFields fields, string name) => Span(fields.Property(name), fields, name);

    /// <summary>Reads <c>[start,end]</c> or null.</summary>
    public TextSpan? ReadOptionalSpan(JsonFields fields, string name) => fields.Property(name).ValueKind == JsonValueKind.Null ? null : ReadSpan(fields, name);

    /// <summary>Reads the <c>start</c> and <c>end</c> of a time expression.</summary>
    public TextSpan ReadTime(JsonFields fields) => ReadOffset(fields, "start") is var start && ReadOffset(fields, "end") is var end && start <= end ? new TextSpan(start, end) : throw fields.Wrong("end", "is before the start");

    /// <summary>Reads <c>"name":{"spans":[…],"text":"…"}</c>; none for null.</summary>
    public ImmutableArray<TextSpan> ReadRole(JsonFields fields, string name)
    {
        if (fields.Object(name) is not { } role)
        {
            return [];
        }

        var spans = role.Items("spans").Select(span => Span(span, role, "spans")).ToImmutableArray();
        return spans.TextOf(Text) == role.RequiredText("text") ? spans : throw role.Wrong("text", "is not what the article has there");
    }

    private string Outside => $"is outside the text, which has {length} code points";

    private TextSpan Span(JsonElement span, JsonFields fields, string name)
    {
        if (span.ValueKind == JsonValueKind.Array && span.GetArrayLength() == 2
            && span[0].ValueKind == JsonValueKind.Number && span[0].TryGetInt32(out var start) && span[1].ValueKind == JsonValueKind.Number && span[1].TryGetInt32(out var end)
            && start >= 0 && start <= end)
        {
            return end <= length ? new TextSpan(map.ToCodeUnits(start), map.ToCodeUnits(end)) : throw fields.Wrong(name, Outside);
        }

        throw fields.Wrong(name, "is no span: one is written [12,30]");
    }
}
