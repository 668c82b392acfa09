using System.Globalization;
using System.Text.Json;

namespace Inquit.Reading;

/// <summary>Articles kept as JSON: a record a line, one record, or an array of records.</summary>
internal static class JsonArticles
{
    /// <summary>Reads a record a line. A line that is none is named by its number, and the next one is read.</summary>
    public static IEnumerable<ReadResult> ReadLines(Readable input, ReadingOptions options)
    {
        foreach (var line in InputLines.Read(input, options))
        {
            var (article, problem) = line.Problem is null ? JsonRecord.Parse(line.Bytes.Span, options.MaxTextBytes) : (null, line.Problem);
            yield return Name(line.Source, article, problem, input.Document, line.Number);
        }
    }

    /// <summary>Reads a file that is one record or an array of records.</summary>
    public static IEnumerable<ReadResult> ReadDocument(Readable input, ReadingOptions options)
    {
        byte[]? bytes;
        string? problem;
        try
        {
            using var stream = input.Open();
            (bytes, problem) = InputFile.ReadAll(stream, options.MaxRecordBytes);
        }
        catch (Exception failure) when (InputFile.IsExpected(failure))
        {
            (bytes, problem) = (null, InputFile.Describe(failure));
        }

        problem ??= bytes!.Length == 0 ? "The file is empty. There is nothing to read." : TextDecoding.FindInvalidUtf8(bytes);
        if (problem is not null)
        {
            return [ReadResult.Failed(input.Source, problem)];
        }

        return ReadRecords(input, InputLines.SkipMark(bytes!), options);
    }

    private static IEnumerable<ReadResult> ReadRecords(Readable input, ReadOnlyMemory<byte> json, ReadingOptions options)
    {
        var state = default(JsonReaderState);
        var offset = 0;
        var number = 0;
        var isArray = false;
        while (true)
        {
            number++;
            ReadResult? result = null;
            var isDone = false;
            try
            {
                isDone = !NextRecord(json, ref offset, ref state, ref isArray, out var record);
                if (!isDone)
                {
                    var source = isArray ? string.Create(CultureInfo.InvariantCulture, $"{input.Source}: record {number}") : input.Source;
                    var (article, problem) = JsonRecord.Parse(record.Span, options.MaxTextBytes);
                    result = Name(source, article, problem, input.Document, isArray ? number : null);
                }
            }
            catch (JsonException failure)
            {
                result = ReadResult.Failed(input.Source, $"This is not JSON: byte {failure.BytePositionInLine} of line {failure.LineNumber + 1} does not fit. Mend it; what follows was not read.");
                isDone = true;
            }

            if (result is not null)
            {
                yield return result;
            }

            if (isDone)
            {
                if (number == 1 && result is null)
                {
                    yield return ReadResult.Failed(input.Source, "The array is empty. There is nothing to read.");
                }

                yield break;
            }
        }
    }

    /// <summary>Finds the bytes of the next record: the whole document, or the next element of the outermost array.</summary>
    private static bool NextRecord(ReadOnlyMemory<byte> json, ref int offset, ref JsonReaderState state, ref bool isArray, out ReadOnlyMemory<byte> record)
    {
        record = default;
        var reader = new Utf8JsonReader(json.Span[offset..], isFinalBlock: true, state);
        if (!reader.Read())
        {
            return false;
        }

        if (offset == 0 && reader.TokenType == JsonTokenType.StartArray)
        {
            isArray = true;
            reader.Read();
        }

        if (isArray && reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == 0)
        {
            reader.Read();
            return false;
        }

        var start = offset + (int)reader.TokenStartIndex;
        reader.Skip();
        var end = offset + (int)reader.BytesConsumed;
        record = json[start..end];
        state = reader.CurrentState;
        offset = end;
        return true;
    }

    private static ReadResult Name(string source, Article? article, string? problem, string document, int? number) => article is null
        ? ReadResult.Failed(source, problem!)
        : ReadResult.Of(source, article.Document is not null
            ? article
            : article with { Document = number is null ? document : string.Create(CultureInfo.InvariantCulture, $"{document}-{number}") });
}
