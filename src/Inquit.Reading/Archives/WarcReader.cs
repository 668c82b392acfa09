using System.Globalization;

namespace Inquit.Reading.Archives;

/// <summary>
/// Reads the records of a web archive (WARC, ISO 28500) one after another, holding one at a time. Lengths are not believed blindly:
/// where no record follows a block, the next one is looked for, so that a wrong length costs no other record. All offsets count
/// bytes of the unpacked archive.
/// </summary>
internal sealed class WarcReader : IDisposable
{
    /// <summary>The most bytes that the header of a record may have.</summary>
    public const int MaxHeaderBytes = 1 << 16;

    /// <summary>The longest line that starts a record, with what stands before it.</summary>
    private const int MarkLength = 16;

    private readonly ByteWindow window;
    private readonly int mostHeld;
    private readonly Queue<WarcProblem> problems = new();
    private bool isInBlock;
    private bool isEndSaid;

    /// <summary>Creates a reader.</summary>
    /// <param name="stream">The archive, unpacked. It is closed with the reader.</param>
    /// <param name="mostHeld">The most bytes of a block that are held.</param>
    public WarcReader(Stream stream, int mostHeld)
    {
        window = new ByteWindow(stream);
        this.mostHeld = mostHeld;
    }

    /// <summary>How many records were come to.</summary>
    public int Count { get; private set; }

    /// <summary>The record that was come to; null where there is a problem instead.</summary>
    public WarcRecord? Record { get; private set; }

    /// <summary>What is wrong with the archive here; null where nothing is.</summary>
    public WarcProblem? Problem { get; private set; }

    /// <summary>Goes on to the next record, or to the next thing that is wrong.</summary>
    public bool MoveNext()
    {
        if (isInBlock)
        {
            PassBlock();
        }

        Record = null;
        Problem = null;
        if (problems.Count == 0)
        {
            Record = ReadHeader();
            isInBlock = Record is not null;
        }

        if (Record is null && problems.TryDequeue(out var problem))
        {
            Problem = problem;
        }

        return Record is not null || Problem is not null;
    }

    /// <summary>The start of the block, which can be read afterwards.</summary>
    public ReadOnlyMemory<byte> PeekBlock()
    {
        window.Fill((int)Math.Min(Record!.ContentLength ?? 0, MaxHeaderBytes));
        return window.Held[..(int)Math.Min(window.Held.Length, MaxHeaderBytes)];
    }

    /// <summary>The block of the record, valid until the next call; null where it is larger than what is held. What is wrong with its
    /// length comes as the next problem.</summary>
    /// <param name="isWhole">Whether a block of some length is the whole one; null where that cannot be told.</param>
    public ReadOnlyMemory<byte>? ReadBlock(Func<ReadOnlyMemory<byte>, bool?> isWhole)
    {
        if (Record!.ContentLength > mostHeld)
        {
            window.Fill(mostHeld);
            var next = FindRecord(window.Held.Span);
            if (next < 0 || !IsWholeHeader(next))
            {
                return null;
            }

            isInBlock = false;
            SayWrongLength(next);
            var part = window.Held[..next];
            window.Pass(next);
            return part;
        }

        isInBlock = false;
        var length = Locate(Record.ContentLength, isWhole);
        var block = window.Held[..length];
        window.Pass(length);
        return block;
    }

    /// <inheritdoc/>
    public void Dispose() => window.Dispose();

    private WarcRecord? ReadHeader()
    {
        PassNewlines();
        if (!window.Fill(1))
        {
            SayEnd();
            return null;
        }

        window.Fill(MarkLength);
        var offset = window.Offset;
        if (!window.Held.Span.StartsWith("WARC/"u8))
        {
            PassJunk(offset);
            return null;
        }

        var end = HeaderFields.End(window.Held.Span);
        for (var wanted = 1 << 10; end < 0 && wanted <= MaxHeaderBytes; wanted *= 2)
        {
            window.Fill(wanted);
            end = HeaderFields.End(window.Held.Span);
        }

        if (end is < 0 or > MaxHeaderBytes)
        {
            window.Pass("WARC/".Length);
            Say(null, PassToRecord()
                ? $"The header of the record at byte {Number(offset)} has more than {Number(MaxHeaderBytes)} bytes, which no record needs. It was passed over; the next record is at byte {Number(window.Offset)}."
                : $"The archive breaks off within the header of the record at byte {Number(offset)}. It was cut short; get it again.");
            return null;
        }

        var header = window.Held.Span[..end];
        var fields = HeaderFields.Parse(header[(header.IndexOf((byte)'\n') + 1)..]);
        window.Pass(end);
        return new WarcRecord(++Count, offset, fields);
    }

    /// <summary>Passes over a block that nobody read.</summary>
    private void PassBlock()
    {
        isInBlock = false;
        var left = Record!.ContentLength;
        while (left > mostHeld)
        {
            window.Fill(Math.Min(mostHeld, 1 << 18));
            var held = window.Held.Span;
            var within = held[..(int)Math.Min(held.Length, left.Value)];
            var next = FindRecord(within);
            if (next >= 0 && IsWholeHeader(next))
            {
                SayWrongLength(Record.ContentLength!.Value - left.Value + next);
                window.Pass(next);
                return;
            }

            if (within.Length <= MarkLength)
            {
                SayCut(Record.ContentLength!.Value - left.Value + within.Length);
                window.Pass(within.Length);
                return;
            }

            var passed = next >= 0 ? next + "\nWARC".Length : within.Length - MarkLength;
            window.Pass(passed);
            left -= passed;
        }

        window.Pass(Locate(left, _ => null));
    }

    /// <summary>How many of the next bytes are the rest of the block: as many as it says, or, where no record follows there, up to the next one.</summary>
    private int Locate(long? said, Func<ReadOnlyMemory<byte>, bool?> isWhole)
    {
        var before = (Record!.ContentLength ?? 0) - (said ?? 0);
        var length = (int)(said ?? 0);
        var hasLength = window.Fill(length);
        if (hasLength && said is not null && EndsAt(length))
        {
            return length;
        }

        var next = FindRecord(window.Held.Span[..Math.Min(window.Held.Length, length)]);
        for (var searched = length; next < 0 && searched <= mostHeld;)
        {
            var isMore = window.Fill((2 * searched) + (1 << 14));
            next = FindRecord(window.Held.Span);
            searched = window.Held.Length;
            if (!isMore)
            {
                break;
            }
        }

        if (next >= 0 && !(hasLength && said is not null && isWhole(window.Held[..length]) == true))
        {
            SayWrongLength(before + next);
            return next;
        }

        if (said is null)
        {
            SayWrongLength(window.Held.Length);
            return window.Held.Length;
        }

        if (!hasLength)
        {
            SayCut(before + window.Held.Length);
            return window.Held.Length;
        }

        return length; // what follows is no record, and is told as that
    }

    /// <summary>Whether the archive ends, or a record starts, after a length and the newlines there.</summary>
    private bool EndsAt(int length)
    {
        var at = length;
        while (window.Fill(at + MarkLength) || window.Held.Length > at)
        {
            var rest = window.Held.Span[at..];
            var newlines = rest.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            if (newlines >= 0)
            {
                window.Fill(at + newlines + "WARC/".Length);
                return window.Held.Span[(at + newlines)..].StartsWith("WARC/"u8);
            }

            at += rest.Length;
            if (at > length + MaxHeaderBytes)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where the newlines before the next record start: a line <c>WARC/1.0</c> or the like; -1 where there is none.</summary>
    private static int FindRecord(ReadOnlySpan<byte> bytes)
    {
        var from = 0;
        while (bytes[from..].IndexOf("\nWARC/"u8) is var found and >= 0)
        {
            var at = from + found;
            if (bytes[(at + 6)..] is [>= (byte)'0' and <= (byte)'9', (byte)'.', >= (byte)'0' and <= (byte)'9', (byte)'\r' or (byte)'\n' or (>= (byte)'0' and <= (byte)'9'), ..])
            {
                for (var newline = 0; newline < 2 && at >= 0 && bytes[at] == (byte)'\n'; newline++)
                {
                    at -= at > 0 && bytes[at - 1] == (byte)'\r' ? 2 : 1;
                }

                return at + 1;
            }

            from = at + 1;
        }

        return -1;
    }

    /// <summary>Whether what starts after the newlines at an offset is the whole header of a record, and not a line that looks like its first.</summary>
    private bool IsWholeHeader(int at)
    {
        window.Fill(at + MaxHeaderBytes);
        var bytes = window.Held.Span[at..].TrimStart("\r\n"u8);
        var end = HeaderFields.End(bytes);
        if (end is < 0 or > MaxHeaderBytes)
        {
            return false;
        }

        var fields = HeaderFields.Parse(bytes[..end]);
        return fields["WARC-Type"] is not null && fields["Content-Length"] is not null;
    }

    private void PassNewlines()
    {
        while (window.Fill(1))
        {
            var other = window.Held.Span.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            window.Pass(other < 0 ? window.Held.Length : other);
            if (other >= 0)
            {
                return;
            }
        }
    }

    private void PassJunk(long offset)
    {
        var isFound = PassToRecord();
        Say(null, Count == 0 && !isFound
            ? "This is no web archive: it has no record that starts with WARC/1.0 or WARC/1.1. Check the name."
            : isFound
                ? $"From byte {Number(offset)} to {Number(window.Offset)} there is no record where one should be. It was passed over; the archive is damaged."
                : $"From byte {Number(offset)} to the end there is no record any more. The archive is damaged; get it again.");
    }

    private bool PassToRecord()
    {
        while (true)
        {
            var isMore = window.Fill(1 << 16);
            var found = FindRecord(window.Held.Span);
            if (found >= 0 || !isMore)
            {
                window.Pass(found >= 0 ? found : window.Held.Length);
                PassNewlines();
                return found >= 0;
            }

            window.Pass(window.Held.Length - MarkLength);
        }
    }

    private void SayWrongLength(long length) => Say(
        Record,
        Record!.ContentLength is { } said
            ? $"Its Content-Length is wrong: it says {Number(said)} bytes, but {Where(length)}. It was read up to there."
            : $"Its Content-Length is missing or no number; {Where(length)}. It was read up to there.");

    private static string Where(long length) => $"the next record, or the end, comes after {Number(length)}";

    private void SayCut(long held)
    {
        isEndSaid = true;
        Say(
            Record,
            $"The archive breaks off in this record: {Number(held)} of its {Number(Record!.ContentLength ?? 0)} bytes are there. It was read as far as it goes. {window.Failure ?? "It was cut short; get it again."}");
    }

    private void SayEnd()
    {
        if (!isEndSaid && window.Failure is { } failure)
        {
            Say(null, $"After byte {Number(window.Offset)}, unpacked, the archive could not be read on, {Number(Count)} records were. {failure}");
        }
        else if (!isEndSaid && Count == 0 && window.Offset == 0)
        {
            Say(null, "The file is empty. There is nothing to read.");
        }

        isEndSaid = true;
    }

    private void Say(WarcRecord? record, string text) => problems.Enqueue(new WarcProblem(record, text));

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

/// <summary>What is wrong with an archive.</summary>
/// <param name="Record">In which record; null where it is in none.</param>
/// <param name="Text">What is wrong, where, and what became of it.</param>
internal sealed record WarcProblem(WarcRecord? Record, string Text);
