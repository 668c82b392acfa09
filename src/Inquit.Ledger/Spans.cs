using System.Collections.Immutable;
using System.Globalization;
using Inquit.Text;

namespace Inquit.Ledger;

/// <summary>Spans as they are stored: <c>start-end</c>, several with commas between; null for none.</summary>
internal static class Spans
{
    /// <summary>Spans as text.</summary>
    public static string? Write(ImmutableArray<TextSpan> spans) => spans.IsDefaultOrEmpty ? null : string.Join(',', spans.Select(Write));

    /// <summary>A span as text.</summary>
    public static string Write(TextSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}");

    /// <summary>Text as spans.</summary>
    public static ImmutableArray<TextSpan> Read(string? stored)
    {
        if (stored is null)
        {
            return [];
        }

        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var part in stored.AsSpan().Split(','))
        {
            var span = stored.AsSpan()[part];
            var dash = span.IndexOf('-');
            spans.Add(new TextSpan(int.Parse(span[..dash], CultureInfo.InvariantCulture), int.Parse(span[(dash + 1)..], CultureInfo.InvariantCulture)));
        }

        return spans.ToImmutable();
    }
}
