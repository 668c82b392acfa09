using System.Globalization;

namespace Inquit.Reading;

/// <summary>A line of an input, or why there is none.</summary>
/// <param name="Source">What it is called in messages: the input and the line's number.</param>
/// <param name="Number">Its number, from 1; 0 where the problem is the input's.</param>
/// <param name="Bytes">The line without its end, valid UTF-8. It holds until the next one is asked for.</param>
/// <param name="Problem">What is wrong and what to do about it; null where the line could be read.</param>
public readonly record struct InputLine(string Source, int Number, ReadOnlyMemory<byte> Bytes, string? Problem);

/// <summary>Reads the lines of inputs that hold something a line, such as JSON.</summary>
public static class InputLines
{
    /// <summary>The lines of a file, which may be packed (<c>.gz</c>), or of standard input, <c>-</c>. Empty ones are passed over.</summary>
    /// <param name="path">The file.</param>
    /// <param name="standardInput">What <c>-</c> stands for. It is not closed.</param>
    /// <param name="options">Limits; null for the usual ones.</param>
    public static IEnumerable<InputLine> Read(string path, Stream standardInput, ReadingOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(standardInput);
        return Read(Readable.OfPath(path, standardInput), options ?? ReadingOptions.Default);
    }

    /// <summary>The lines of an input. What cannot be read comes as a problem, and the next line follows.</summary>
    internal static IEnumerable<InputLine> Read(Readable input, ReadingOptions options)
    {
        LineReader? lines = null;
        var isEmpty = true;
        try
        {
            while (true)
            {
                InputLine? line;
                try
                {
                    lines ??= new LineReader(input.Open(), options.MaxRecordBytes);
                    if (!lines.MoveNext())
                    {
                        break;
                    }

                    line = ReadLine(input, lines, options);
                }
                catch (Exception failure) when (InputFile.IsExpected(failure))
                {
                    line = new InputLine(input.Source, 0, default, InputFile.Describe(failure));
                    lines?.Dispose();
                    lines = LineReader.Ended;
                }

                if (line is not null)
                {
                    isEmpty = false;
                    yield return line.Value;
                }
            }
        }
        finally
        {
            lines?.Dispose();
        }

        if (isEmpty)
        {
            yield return new InputLine(input.Source, 0, default, "The file is empty. There is nothing to read.");
        }
    }

    /// <summary>Bytes without the mark that some programs write before UTF-8.</summary>
    internal static ReadOnlyMemory<byte> SkipMark(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    private static InputLine? ReadLine(Readable input, LineReader lines, ReadingOptions options)
    {
        var source = string.Create(CultureInfo.InvariantCulture, $"{input.Source}: line {lines.Number}");
        if (lines.IsTooLong)
        {
            return new InputLine(source, lines.Number, default, InputFile.TooLarge(options.MaxRecordBytes));
        }

        var line = lines.Number == 1 ? SkipMark(lines.Line) : lines.Line;
        return line.Span.IndexOfAnyExcept(" \t\r"u8) < 0 ? null : new InputLine(source, lines.Number, line, TextDecoding.FindInvalidUtf8(line.Span));
    }
}
