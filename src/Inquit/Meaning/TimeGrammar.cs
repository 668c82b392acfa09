using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Meaning;

/// <summary>
/// The rules put to work: fills a chart from right to left, so that a rule finds what other rules made of the words after it, as
/// in a cascade of finite-state patterns (FASTUS; Hobbs et al. 1997).
/// </summary>
internal sealed class TimeGrammar
{
    private const string Middle = "mid-";
    private const int BitsAWord = 64;

    /// <summary>No expression has more tokens; this also bounds how deep rules build on each other ("early early early …").</summary>
    private const int MaxTokens = 24;

    private readonly TimeRule[] rules;

    /// <summary>The rules that may start with each symbol, as bits; with <see cref="TimeRule"/>'s place for the bit.</summary>
    private readonly ulong[][] starting;

    /// <summary>Those of them for which one token is enough.</summary>
    private readonly ulong[][] startingAlone;

    private readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> entries;

    private TimeGrammar()
    {
        var vocabulary = new TimeVocabulary();
        rules = [.. TimeRules.All.Select(rule => new TimeRule(rule.Yields, new TimePattern(rule.Pattern, vocabulary), rule.Build))];
        (starting, startingAlone) = (Masks(vocabulary, _ => true), Masks(vocabulary, rule => rule.Pattern.IsOneTokenEnough));
        var numbers = TimeNumbers.FirstWords.ToHashSet(StringComparer.OrdinalIgnoreCase);
        entries = vocabulary.Words.Keys.Concat(TimeWords.Meanings.Keys).Concat(numbers).Distinct(StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                word => word,
                word => new Entry(vocabulary.Words.TryGetValue(word, out var symbol) ? symbol : -1, TimeWords.Meanings.GetValueOrDefault(word) ?? [], numbers.Contains(word)),
                StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The grammar.</summary>
    public static TimeGrammar Default { get; } = new();

    /// <summary>All that the rules make of a text.</summary>
    public TimeChart Read(Segmentation text, Syntax syntax)
    {
        var chart = new TimeChart(text.Tokens.Length);
        var open = new ulong[starting[0].Length];
        var tried = new ulong[open.Length];
        foreach (var paragraph in text.Paragraphs)
        {
            for (var token = paragraph.Tokens.End - 1; token >= paragraph.Tokens.Start; token--)
            {
                AddWords(text, syntax, chart, token, paragraph.Tokens.End);
                if (chart.First(token) >= 0)
                {
                    Apply(chart, token, Math.Min(paragraph.Tokens.End, token + MaxTokens), open, tried);
                }
            }
        }

        return chart;
    }

    private static void AddWords(Segmentation text, Syntax syntax, TimeChart chart, int token, ReadOnlySpan<char> form, Entry entry, int end)
    {
        if (entry.Symbol >= 0)
        {
            chart.Add(token, new Lexeme(entry.Symbol, token + 1));
        }

        AddMeanings(syntax, chart, token, form, entry);
        if (entry.IsNumber)
        {
            TimeNumbers.Read(text, chart, token, end);
        }
    }

    private static void AddMeanings(Syntax syntax, TimeChart chart, int token, ReadOnlySpan<char> form, Entry entry)
    {
        foreach (var meaning in entry.Meanings)
        {
            if (Holds(syntax, token, form, meaning))
            {
                chart.Add(token, new Lexeme((int)meaning.Class, token + 1, meaning.Value));
            }
        }
    }

    /// <summary>Whether a word has this meaning here: "may" the verb is no month, "fall" the verb no season, "second" the adjective no length.</summary>
    private static bool Holds(Syntax syntax, int token, ReadOnlySpan<char> form, TimeWord meaning)
    {
        if (meaning.NeedsCapital && !char.IsUpper(form[0]))
        {
            return false;
        }

        var pos = syntax.Upos[token];
        return meaning.Class switch
        {
            TimeClass.MonthName => pos is not (UniversalPos.AUX or UniversalPos.VERB or UniversalPos.ADV or UniversalPos.ADJ) || form.Length > 5,
            TimeClass.SeasonName or TimeClass.UnitOne or TimeClass.UnitMany => pos is UniversalPos.NOUN or UniversalPos.PROPN,
            TimeClass.Meridiem => form.Length > 2 || pos != UniversalPos.AUX,
            _ => true,
        };
    }

    private ulong[][] Masks(TimeVocabulary vocabulary, Predicate<TimeRule> isWanted)
    {
        var masks = new ulong[vocabulary.Count][];
        for (var symbol = 0; symbol < masks.Length; symbol++)
        {
            masks[symbol] = new ulong[(rules.Length + BitsAWord - 1) / BitsAWord];
            for (var place = 0; place < rules.Length; place++)
            {
                if (rules[place].Pattern.First.Contains(symbol) && isWanted(rules[place]))
                {
                    masks[symbol][place / BitsAWord] |= 1UL << (place % BitsAWord);
                }
            }
        }

        return masks;
    }

    private void AddWords(Segmentation text, Syntax syntax, TimeChart chart, int token, int end)
    {
        var form = text.Form(token);
        if (char.IsAsciiDigit(form[0]) || form[0] is '\'' or '’' or '‘')
        {
            TimeNumbers.Read(text, chart, token, end);
        }

        if (entries.TryGetValue(form, out var entry))
        {
            AddWords(text, syntax, chart, token, form, entry, end);
        }
        else if (form.StartsWith(Middle, StringComparison.OrdinalIgnoreCase) && form.Length > Middle.Length)
        {
            AddMiddle(syntax, chart, token, form[Middle.Length..]);
        }
    }

    /// <summary>A tokenizer may leave "mid-1990s" and "mid-May" whole.</summary>
    private void AddMiddle(Syntax syntax, TimeChart chart, int token, ReadOnlySpan<char> form)
    {
        if (entries.TryGetValue(form, out var entry))
        {
            AddMeanings(syntax, chart, token, form, entry);
        }
        else if (form.Length is 4 or 5 && int.TryParse(form[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            if (form.Length == 4)
            {
                chart.Add(token, new Lexeme((int)TimeClass.YearNumber, token + 1, year));
            }
            else if (form[4] == 's' && year % 10 == 0)
            {
                chart.Add(token, new Lexeme((int)TimeClass.DecadeName, token + 1, year / 10));
            }
        }
    }

    /// <summary>Applies all rules that can start at a token, in their order, those too that build on what was made here.</summary>
    private void Apply(TimeChart chart, int token, int end, ulong[] open, ulong[] tried)
    {
        Array.Clear(open);
        Array.Clear(tried);
        var known = -1;
        var masks = token + 1 < end && chart.First(token + 1) >= 0 ? starting : startingAlone;
        while (true)
        {
            for (var item = chart.First(token); item != known; item = chart.Next(item))
            {
                // Past a number of several tokens there may be more, even where nothing starts at the next token.
                var mask = (chart[item].End > token + 1 ? starting : masks)[chart[item].Symbol];
                for (var i = 0; i < open.Length; i++)
                {
                    open[i] |= mask[i];
                }
            }

            known = chart.First(token);
            if (NextOf(open, tried) is not { } place)
            {
                return;
            }

            tried[place / BitsAWord] |= 1UL << (place % BitsAWord);
            if (rules[place].Pattern.Match(chart, token, end, rules[place]) is { } match)
            {
                chart.Add(token, new Lexeme((int)rules[place].Yields, match.End, 0, match));
            }
        }
    }

    private static int? NextOf(ulong[] open, ulong[] tried)
    {
        for (var i = 0; i < open.Length; i++)
        {
            if ((open[i] & ~tried[i]) is not 0 and var left)
            {
                return (i * BitsAWord) + BitOperations.TrailingZeroCount(left);
            }
        }

        return null;
    }

    /// <summary>What a word may be.</summary>
    /// <param name="Symbol">The word's own number where a pattern has it; else -1.</param>
    /// <param name="Meanings">What it means.</param>
    /// <param name="IsNumber">Whether a number may start with it.</param>
    private sealed record Entry(int Symbol, TimeWord[] Meanings, bool IsNumber);
}
