using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Inquit.Reading.Pages;

namespace Inquit.Reading.Archives;

/// <summary>
/// The articles of a web archive: the pages that its <c>response</c> and <c>resource</c> records hold. What is no page, or an answer that
/// is none (moved, not found), is passed over without a word.
/// </summary>
internal sealed class WarcArticles(KindReader reader)
{
    private readonly int mostPage = reader.Options.MaxPageBytes;

    /// <summary>Reads an archive, unpacked or not; it stays open no longer than it is read.</summary>
    public IEnumerable<ReadResult> Read(Readable input)
    {
        var (stream, failure) = Open(input);
        if (stream is null)
        {
            yield return ReadResult.Failed(input.Source, failure!);
            yield break;
        }

        using var records = new WarcReader(stream, mostPage + WarcReader.MaxHeaderBytes);
        var stored = new StoredPages();
        var isAnyRead = false;
        while (records.MoveNext())
        {
            if (records.Problem is { } problem)
            {
                yield return ReadResult.Failed(problem.Record is null ? input.Source : Source(input, problem.Record), problem.Text);
                continue;
            }

            foreach (var result in ReadRecord(input, records, stored))
            {
                isAnyRead = true;
                yield return result;
            }
        }

        if (stored.Problem is { } missing)
        {
            yield return ReadResult.Failed(input.Source, missing);
        }
        else if (!isAnyRead && records.Count > 0)
        {
            yield return ReadResult.Failed(input.Source, string.Create(CultureInfo.InvariantCulture, $"None of its {records.Count:N0} records holds a page. There is nothing to read."));
        }
    }

    private static (Stream? Stream, string? Problem) Open(Readable input)
    {
        try
        {
            return (InputStream.Unpacked(input.Open()), null);
        }
        catch (Exception failure) when (InputFile.IsExpected(failure))
        {
            return (null, InputFile.Describe(failure));
        }
    }

    private static string Source(Readable input, WarcRecord record)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{input.Source}: record {record.Number} at byte {record.Offset:N0}");
        return record.TargetUri is { } address ? $"{place}, {address}" : place;
    }

    private List<ReadResult> ReadRecord(Readable input, WarcReader records, StoredPages stored)
    {
        var record = records.Record!;
        if (record.Type == "revisit")
        {
            stored.Revisit(record);
            return [];
        }

        if (record.Type is not ("response" or "resource") || !MayBePage(record))
        {
            return [];
        }

        if (record.ContentLength > mostPage && !IsSurelyPage(record, records.PeekBlock()))
        {
            return [];
        }

        var digest = record.Fields["WARC-Block-Digest"];
        return records.ReadBlock(whole => WarcDigest.Matches(digest, whole.Span)) is { } block
            ? ReadBlock(input, record, block, stored)
            : [ReadResult.Failed(Source(input, record), PageReader.TooLarge(mostPage))];
    }

    /// <summary>Whether a record may hold a page: an answer of a web server, or what is said to be a page.</summary>
    private static bool MayBePage(WarcRecord record) =>
        ContentType.Parse(record.Fields["Content-Type"]) is var type && (type.IsHttp || type.IsPage || (type.IsUnknown && record.Type == "resource"));

    private static bool IsSurelyPage(WarcRecord record, ReadOnlyMemory<byte> start) =>
        ContentType.Parse(record.Fields["Content-Type"]).IsPage
        || (HttpMessage.Parse(start) is { Status: >= 200 and < 300 } message && ContentType.Parse(message.Fields["Content-Type"]).IsPage);

    private List<ReadResult> ReadBlock(Readable input, WarcRecord record, ReadOnlyMemory<byte> block, StoredPages stored)
    {
        var results = new List<ReadResult>();
        var type = ContentType.Parse(record.Fields["Content-Type"]);
        string? problem = null;
        var payload = block;
        if (type.IsHttp || (record.Type == "response" && block.Span.StartsWith("HTTP/"u8)))
        {
            if (HttpMessage.Parse(block) is not { } message)
            {
                results.Add(ReadResult.Failed(Source(input, record), "It is said to hold an answer of a web server but does not start with HTTP/. It was passed over."));
                return results;
            }

            type = ContentType.Parse(message.Fields["Content-Type"]);
            type = type.IsUnknown ? ContentType.Parse(record.Fields["WARC-Identified-Payload-Type"]) : type;
            if (message.Status is < 200 or >= 300 || !(type.IsPage || type.IsUnknown))
            {
                return results;
            }

            stored.Keep(record);
            (var unpacked, problem) = ContentCoding.Unpack(message.Body, message.Fields["Content-Encoding"], mostPage, PageReader.TooLarge(mostPage));
            if (unpacked is null)
            {
                results.Add(ReadResult.Failed(Source(input, record), problem!));
                return results;
            }

            problem = message.Problem ?? problem;
            payload = unpacked.Value;
        }

        if (payload.IsEmpty || (type.IsUnknown && !ContentKind.LooksLikePage(payload.Span)))
        {
            return results;
        }

        stored.Keep(record);
        problem = WarcDigest.Matches(record.Fields["WARC-Block-Digest"], block.Span) == false ? problem ?? "It does not match its digest: it was damaged or changed after it was stored. It was read all the same." : problem;
        problem ??= record.Fields["WARC-Truncated"] is { Length: > 0 } reason ? $"It was cut short when it was stored ({reason}); its end may be missing." : null;
        var page = Readable.Of(Source(input, record), string.Create(CultureInfo.InvariantCulture, $"{input.Document}-{record.Number}"), payload) with
        {
            Address = Uri.TryCreate(record.TargetUri, UriKind.Absolute, out var address) ? address : null,
            Charset = type.Charset,
        };
        var article = reader.ReadPage(page);
        results.Add(article.Article is { Url: null } found ? article with { Article = found with { Url = record.TargetUri } } : article);
        if (problem is not null)
        {
            results.Add(ReadResult.Failed(page.Source, problem));
        }

        return results;
    }

    /// <summary>Which pages were stored, so that a revisit, which stands for a page stored before, can be told to be missing. Eight bytes a page.</summary>
    private sealed class StoredPages
    {
        private readonly HashSet<long> known = [];
        private WarcRecord? first;
        private int missing;

        /// <summary>What to say of the revisits whose page is in no record before them; null for none.</summary>
        public string? Problem => first is null ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{missing:N0} of its records say that a page is as it was before and hold none, and the page before is not in this archive; the first is record {first.Number} at byte {first.Offset:N0}, {first.TargetUri}. Read the archive that has them, too.");

        public void Keep(WarcRecord record)
        {
            known.Add(Key(record.Fields["WARC-Payload-Digest"]));
            known.Add(Key(record.TargetUri));
        }

        public void Revisit(WarcRecord record)
        {
            if (!known.Contains(Key(record.Fields["WARC-Payload-Digest"])) && !known.Contains(Key(record.Fields["WARC-Refers-To-Target-URI"]?.Trim('<', '>') ?? record.TargetUri)))
            {
                first ??= record;
                missing++;
            }
        }

        private static long Key(string? value) => value is null ? 0 : BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
    }
}
