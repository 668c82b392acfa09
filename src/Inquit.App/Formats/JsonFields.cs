using System.Text.Json;
using Inquit.Reading;

namespace Inquit.App.Formats;

/// <summary>The properties of a JSON object, read strictly: what is missing or of another sort is named by its place.</summary>
/// <param name="element">The object.</param>
/// <param name="path">Its place in the line; empty for the line itself.</param>
internal readonly struct JsonFields(JsonElement element, string path)
{
    /// <summary>The object of a line.</summary>
    /// <exception cref="InvalidDataException"><paramref name="element"/> is no object.</exception>
    public static JsonFields OfLine(JsonElement element) => new JsonFields(element, "").AsObject();

    /// <summary>Whether there is such a property.</summary>
    public bool Has(string name) => element.TryGetProperty(name, out _);

    /// <summary>A string; null for null.</summary>
    public string? Text(string name) => Property(name) is { ValueKind: not JsonValueKind.Null } value ? Require(value, JsonValueKind.String, name, "a string").GetWholeString() : null;

    /// <summary>A string that is there.</summary>
    public string RequiredText(string name) => Text(name) ?? throw Wrong(name, "is null");

    /// <summary>A whole number; null for null.</summary>
    public long? Number(string name) => Property(name) switch
    {
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) && number >= 0 => number,
        _ => throw Wrong(name, "is no whole number from 0"),
    };

    /// <summary>A whole number that is there and fits 31 bits.</summary>
    public int Int32(string name) => Number(name) is { } number and <= int.MaxValue ? (int)number : throw Wrong(name, "is no whole number from 0 to 2147483647");

    /// <summary>A number from 0 to 1; null for null.</summary>
    public double? Share(string name) => Property(name) switch
    {
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDouble(out var share) && share is >= 0 and <= 1 => share,
        _ => throw Wrong(name, "is no number from 0 to 1"),
    };

    /// <summary>A day; null for null.</summary>
    public DateOnly? Day(string name) => Text(name) is not { } text ? null : Iso.Day(text) ?? throw Wrong(name, "is no day: one is written 2024-05-14");

    /// <summary>A value by its name.</summary>
    public T Value<T>(string name, Func<T, string?> nameOf)
        where T : struct, Enum => JsonNames.Find(Text(name), nameOf) ?? throw Wrong(name, $"is '{Text(name)}', which is not known here");

    /// <summary>An object; null for null.</summary>
    public JsonFields? Object(string name) => Property(name) is { ValueKind: not JsonValueKind.Null } value ? new JsonFields(value, PathOf(name)).AsObject() : null;

    /// <summary>The objects of an array.</summary>
    public IEnumerable<JsonFields> Objects(string name)
    {
        var itemPath = PathOf(name);
        return Items(name).Select((item, index) => new JsonFields(item, $"{itemPath}[{index}]").AsObject()).ToArray();
    }

    /// <summary>The strings of an array.</summary>
    public string[] Texts(string name)
    {
        var itemPath = PathOf(name);
        return [.. Items(name).Select((item, index) => item.ValueKind == JsonValueKind.String ? item.GetWholeString() : throw new InvalidDataException($"{itemPath}[{index}] is no string."))];
    }

    /// <summary>The items of an array.</summary>
    public JsonElement.ArrayEnumerator Items(string name) => Require(Property(name), JsonValueKind.Array, name, "an array").EnumerateArray();

    /// <summary>A property, whatever it is.</summary>
    public JsonElement Property(string name) => element.TryGetProperty(name, out var value) ? value : throw Wrong(name, "is missing");

    /// <summary>What to throw of a property.</summary>
    public InvalidDataException Wrong(string name, string problem) => new($"{PathOf(name)} {problem}.");

    private JsonFields AsObject() => element.ValueKind == JsonValueKind.Object ? this : throw new InvalidDataException($"{(path.Length == 0 ? "The line" : path)} is no object.");

    private JsonElement Require(JsonElement value, JsonValueKind kind, string name, string what) => value.ValueKind == kind ? value : throw Wrong(name, $"is not {what}");

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
