using System.Text.Encodings.Web;
using System.Text.Json;

namespace Inquit.Benchmarks;

/// <summary>Writes results for people and for programs.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes <c>NAME.json</c> and <c>NAME.md</c>, and shows the latter.</summary>
    public static void Write<T>(string folder, string name, T result, IEnumerable<string> markdown)
    {
        var text = string.Join('\n', markdown) + "\n";
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name + ".json"), JsonSerializer.Serialize(result, Format) + "\n");
        File.WriteAllText(Path.Combine(folder, name + ".md"), text);
        Console.Write(text);
    }
}
