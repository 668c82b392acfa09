namespace Inquit.Ledger;

/// <summary>Which engine read an article.</summary>
/// <param name="Number">The program's version.</param>
/// <param name="Models">A mark of its models; models that differ have different ones.</param>
public sealed record EngineVersion(Version Number, string Models)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static EngineVersion Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('+', 2) is [var number, var models] && Version.TryParse(number, out var version)
            ? new EngineVersion(version, models)
            : throw new FormatException($"'{text}' is no version of an engine.");
    }

    /// <summary>Whether what this engine read should be read again by another: one with a higher number, or with other models and the same number.</summary>
    public bool IsOlderThan(EngineVersion other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Number < other.Number || (Number == other.Number && Models != other.Models);
    }

    /// <summary>As it is stored: the number, a plus, the mark of the models.</summary>
    public override string ToString() => $"{Number}+{Models}";
}
