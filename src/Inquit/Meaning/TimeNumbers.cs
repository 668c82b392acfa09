using System.Collections.Frozen;
using System.Globalization;
using Inquit.Text;

namespace Inquit.Meaning;

/// <summary>Reads numbers, in figures and in words, and what is written with figures: days, years, times of the clock.</summary>
internal static class TimeNumbers
{
    private const int MaxDigits = 9;

    /// <summary>The figures of two digits that stand for years of this century; those above, for the one before.</summary>
    private const int LastShortYear = 49;

    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Ordinals =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
        "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth",
        "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
    ];

    private static readonly FrozenDictionary<string, int> Words = Small.Select((word, value) => (word, value))
        .Concat(Tens.Select((word, place) => (word, 20 + (10 * place)))).ToFrozenDictionary(item => item.Item1, item => item.Item2, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> OrdinalWords =
        Ordinals.Select((word, place) => (word, place + 1)).ToFrozenDictionary(item => item.word, item => item.Item2, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> WordLookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> OrdinalLookup = OrdinalWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words that a number in words may start with, in lower case.</summary>
    public static IEnumerable<string> FirstWords => [.. Words.Keys, .. OrdinalWords.Keys, "a", "few", "several", "many", "couple"];

    /// <summary>Adds to the chart what the number that starts at a token may be.</summary>
    public static void Read(Segmentation text, TimeChart chart, int token, int end)
    {
        var form = text.Form(token);
        if (char.IsAsciiDigit(form[0]))
        {
            ReadFigures(text, chart, token, end, form);
        }
        else if (form[0] is '\'' or '’' or '‘')
        {
            ReadShortYear(text, chart, token, end, form);
        }
        else
        {
            ReadWords(text, chart, token, end, form);
        }
    }

    private static void ReadFigures(Segmentation text, TimeChart chart, int token, int end, ReadOnlySpan<char> form)
    {
        var digits = form.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
        {
            ReadDigits(text, chart, token, end, form);
            ReadJoined(text, chart, token, end);
            return;
        }

        var rest = form[digits..];
        if (rest is "s" or "'s" or "’s" && digits == 4 && form[3] == '0')
        {
            Add(chart, token, token + 1, TimeClass.DecadeName, int.Parse(form[..3], CultureInfo.InvariantCulture));
        }
        else if (rest is "s" or "'s" or "’s" && digits == 2 && form[1] == '0')
        {
            Add(chart, token, token + 1, TimeClass.DecadeName, 190 + form[0] - '0');
        }
        else if (digits <= 2 && IsOrdinalEnding(rest))
        {
            var value = int.Parse(form[..digits], CultureInfo.InvariantCulture);
            Add(chart, token, token + 1, TimeClass.Ordinal, value);
            if (value is >= 1 and <= 31)
            {
                Add(chart, token, token + 1, TimeClass.DayNumber, value);
            }
        }
        else if (rest[0] == ',' && digits <= 3 && long.TryParse(form, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var grouped) && form.Length <= 11)
        {
            Add(chart, token, token + 1, TimeClass.Number, grouped * 2);
        }
        else if (rest is ".5" && digits <= MaxDigits)
        {
            Add(chart, token, token + 1, TimeClass.Number, (long.Parse(form[..digits], CultureInfo.InvariantCulture) * 2) + 1);
        }
        else
        {
            ReadJoined(text, chart, token, end);
        }
    }

    private static void ReadDigits(Segmentation text, TimeChart chart, int token, int end, ReadOnlySpan<char> form)
    {
        if (form.Length > MaxDigits)
        {
            return;
        }

        var value = int.Parse(form, CultureInfo.InvariantCulture);
        var isHalved = token + 1 < end && text.Form(token + 1) is "1/2" or "½";
        Add(chart, token, isHalved ? token + 2 : token + 1, TimeClass.Number, (value * 2L) + (isHalved ? 1 : 0));
        if (form.Length <= 2 && value is >= 1 and <= 31)
        {
            Add(chart, token, token + 1, TimeClass.DayNumber, value);
        }

        if (form.Length <= 2 && value is >= 0 and <= 24)
        {
            Add(chart, token, token + 1, TimeClass.ClockHour, value);
        }

        if (form.Length == 4 && value is >= 1000 and < 2200)
        {
            Add(chart, token, token + 1, TimeClass.YearNumber, value);
            if (value % 10 == 0 && token + 1 < end && text.Form(token + 1) is "s" or "'s" or "’s" && text.Tokens[token + 1].Start == text.Tokens[token].End)
            {
                Add(chart, token, token + 2, TimeClass.DecadeName, value / 10);
            }
        }
    }

    /// <summary>"11/02/89", "1989-11-02", "7:15": read off the characters up to a blank, since a tokenizer may cut them or not.</summary>
    private static void ReadJoined(Segmentation text, TimeChart chart, int token, int end)
    {
        Span<int> parts = stackalloc int[3];
        var (count, position, separator, firstLength, lastLength) = (0, text.Tokens[token].Start, '\0', 0, 0);
        while (count < 3 && position < text.Text.Length && char.IsAsciiDigit(text.Text[position]))
        {
            var start = position;
            parts[count] = 0;
            while (position < text.Text.Length && char.IsAsciiDigit(text.Text[position]) && position - start < 5)
            {
                parts[count] = (parts[count] * 10) + text.Text[position++] - '0';
            }

            lastLength = position - start;
            firstLength = count == 0 ? lastLength : firstLength;
            count++;
            if (count == 3 || position + 1 >= text.Text.Length || !char.IsAsciiDigit(text.Text[position + 1])
                || text.Text[position] is not ('/' or '-' or ':' or '.') || (separator != '\0' && text.Text[position] != separator))
            {
                break;
            }

            separator = text.Text[position++];
        }

        var after = token;
        while (after < end && text.Tokens[after].End < position)
        {
            after++;
        }

        if (count < 2 || after >= end || text.Tokens[after].End != position)
        {
            return;
        }

        if (count == 3 && (separator is '/' or '-') && ReadDate(parts, firstLength, lastLength, separator) is { } date)
        {
            Add(chart, token, after + 1, firstLength == 4 ? TimeClass.IsoDate : TimeClass.NumericDate, date);
        }
        else if (separator is ':' or '.' && parts[0] <= 24 && parts[1] <= 59 && firstLength <= 2 && lastLength == 2
            && (separator == ':' || (after + 1 < end && chart.Has(after + 1, TimeClass.Meridiem))))
        {
            Add(chart, token, after + 1, TimeClass.ClockTime, (parts[0] * 60) + parts[1]);
        }
    }

    private static long? ReadDate(Span<int> parts, int firstLength, int lastLength, char separator)
    {
        // Month and day may be the other way round; see DateOrder.
        var (year, month, day) = firstLength == 4 ? (parts[0], parts[1], parts[2]) : (parts[2], parts[0], parts[1]);
        if (firstLength != 4 && lastLength == 2)
        {
            year += year > LastShortYear ? 1900 : 2000;
        }
        else if (firstLength != 4 && lastLength != 4)
        {
            return null;
        }

        var isWhole = separator == '/' || firstLength == 4 || lastLength >= 2;
        return isWhole && month is >= 1 and <= 31 && day is >= 1 and <= 31 && (month <= 12 || (day <= 12 && firstLength != 4)) ? (year * 10000L) + (month * 100) + day : null;
    }

    private static void ReadShortYear(Segmentation text, TimeChart chart, int token, int end, ReadOnlySpan<char> form)
    {
        var after = form.Length > 1 ? token + 1 : token + 2;
        if (after > end || text.Tokens[after - 1].Start > text.Tokens[token].End)
        {
            return;
        }

        var digits = form.Length > 1 ? form[1..] : text.Form(token + 1);
        if (digits.Length < 2 || !char.IsAsciiDigit(digits[0]) || !char.IsAsciiDigit(digits[1]))
        {
            return;
        }

        var value = ((digits[0] - '0') * 10) + digits[1] - '0';
        if (digits.Length == 2)
        {
            Add(chart, token, after, TimeClass.ShortYear, value > LastShortYear ? 1900 + value : 2000 + value);
        }
        else if (digits[2..] is "s" && value % 10 == 0)
        {
            Add(chart, token, after, TimeClass.DecadeName, 190 + (value / 10));
        }
    }

    private static void ReadWords(Segmentation text, TimeChart chart, int token, int end, ReadOnlySpan<char> form)
    {
        if (OrdinalLookup.TryGetValue(form, out var place))
        {
            Add(chart, token, token + 1, TimeClass.Ordinal, place);
            return;
        }

        if (ReadFew(text, chart, token, end, form))
        {
            return;
        }

        if (!WordLookup.TryGetValue(form, out var value))
        {
            return;
        }

        var at = token + 1;
        if (value >= 20 && Following(text, ref at, end, out var ordinal) is { } unit)
        {
            if (ordinal)
            {
                Add(chart, token, at, TimeClass.Ordinal, value + unit);
                return;
            }

            value += unit;
        }

        ReadYearWords(text, chart, token, at, end, value);
        long total = value;
        if (at < end && text.Form(at) is "hundred" or "thousand")
        {
            total *= text.Form(at) is "hundred" ? 100 : 1000;
            at++;
        }

        Add(chart, token, at, TimeClass.Number, total * 2);
        if (value <= 12 && at == token + 1)
        {
            Add(chart, token, at, TimeClass.ClockHour, value);
        }
    }

    /// <summary>"several", "a few", "a couple of".</summary>
    private static bool ReadFew(Segmentation text, TimeChart chart, int token, int end, ReadOnlySpan<char> form)
    {
        var at = form is "a" or "A" && token + 1 < end ? token + 1 : token;
        switch (text.Form(at))
        {
            case "several" or "many" when at == token:
            case "few":
                Add(chart, token, at + 1, TimeClass.Few, TimeLength.Unsaid);
                return true;
            case "couple":
                Add(chart, token, at + 1 < end && text.Form(at + 1) is "of" ? at + 2 : at + 1, TimeClass.Number, 4);
                return true;
            default:
                return false;
        }
    }

    /// <summary>"nineteen ninety-eight".</summary>
    private static void ReadYearWords(Segmentation text, TimeChart chart, int token, int at, int end, int century)
    {
        if (century is < 17 or > 20 || at >= end || !WordLookup.TryGetValue(text.Form(at), out var rest) || rest < 10)
        {
            return;
        }

        at++;
        if (rest >= 20 && Following(text, ref at, end, out var isOrdinal) is { } unit && !isOrdinal)
        {
            rest += unit;
        }

        Add(chart, token, at, TimeClass.YearNumber, (century * 100) + rest);
    }

    /// <summary>The "five" of "twenty-five" or "twenty five"; moves past it.</summary>
    private static int? Following(Segmentation text, ref int at, int end, out bool isOrdinal)
    {
        isOrdinal = false;
        var next = at < end && text.Form(at) is "-" ? at + 1 : at;
        if (next >= end)
        {
            return null;
        }

        if (WordLookup.TryGetValue(text.Form(next), out var unit) && unit is >= 1 and <= 9)
        {
            at = next + 1;
            return unit;
        }

        if (next > at && OrdinalLookup.TryGetValue(text.Form(next), out unit) && unit is >= 1 and <= 9)
        {
            at = next + 1;
            isOrdinal = true;
            return unit;
        }

        return null;
    }

    private static bool IsOrdinalEnding(ReadOnlySpan<char> ending) => ending is "st" or "nd" or "rd" or "th";

    private static void Add(TimeChart chart, int token, int end, TimeClass kind, long value) => chart.Add(token, new Lexeme((int)kind, end, value));
}
