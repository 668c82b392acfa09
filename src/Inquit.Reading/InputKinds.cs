namespace Inquit.Reading;

/// <summary>What the kinds of input are called on a command line.</summary>
internal static class InputKinds
{
    private static readonly Dictionary<string, InputKind> Known = new(StringComparer.Ordinal)
    {
        ["text"] = InputKind.Text,
        ["html"] = InputKind.Page,
        ["json"] = InputKind.Json,
        ["jsonl"] = InputKind.JsonLines,
        ["feed"] = InputKind.Feed,
        ["warc"] = InputKind.Archive,
    };

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys];

    /// <summary>The kind of that name; null for none.</summary>
    public static InputKind? Named(string name) => Known.TryGetValue(name, out var kind) ? kind : null;
}
