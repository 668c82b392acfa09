using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Meaning;

/// <summary>
/// The rules put to work: fills a chart from right to left, so that a rule finds what other rules made of the words after it, as
/// in a cascade of finite-state patterns (FASTUS; Hobbs et al. 1997).
/// </summary>
internal sealed class TimeGrammar
{
    private readonly TimeVocabulary vocabulary = new();
    private readonly Dictionary<int, List<TimeRule>> rulesByFirst = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly System.Collections.Frozen.FrozenDictionary<string, TimeWord[]>.AlternateLookup<ReadOnlySpan<char>> meanings =
        TimeWords.Meanings.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<TimeRule, int> order = new(ReferenceEqualityComparer.Instance);

    private TimeGrammar()
    {
        foreach (var (yields, notation, build) in TimeRules.All)
        {
            var rule = new TimeRule(yields, new TimePattern(notation, vocabulary), build);
            order[rule] = order.Count;
            foreach (var symbol in rule.Pattern.First)
            {
                (rulesByFirst.TryGetValue(symbol, out var rules) ? rules : rulesByFirst[symbol] = []).Add(rule);
            }
        }

        words = new Dictionary<string, int>(vocabulary.Words, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The grammar.</summary>
    public static TimeGrammar Default { get; } = new();

    /// <summary>All that the rules make of a text.</summary>
    public TimeChart Read(Segmentation text, Syntax syntax)
    {
        var chart = new TimeChart(text.Tokens.Length);
        var tried = new HashSet<TimeRule>(ReferenceEqualityComparer.Instance);
        foreach (var paragraph in text.Paragraphs)
        {
            for (var token = paragraph.Tokens.End - 1; token >= paragraph.Tokens.Start; token--)
            {
                AddWords(text, syntax, chart, token, paragraph.Tokens.End);
                if (chart.First(token) >= 0)
                {
                    Apply(chart, token, paragraph.Tokens.End, tried);
                }
            }
        }

        return chart;
    }

    private void AddWords(Segmentation text, Syntax syntax, TimeChart chart, int token, int end)
    {
        var form = text.Form(token);
        if (form.Length is > 1 and <= MaxWord || char.IsAsciiDigit(form[0]) || form[0] is '-' or ',' or '.' or 'a' or 'A')
        {
            if (words.TryGetValue(form, out var word))
            {
                chart.Add(token, new Lexeme(word, token + 1));
            }

            AddMeanings(syntax, chart, token, form);
            TimeNumbers.Read(text, chart, token, end);
        }
        else if (form[0] is '\'' or '’' or '‘')
        {
            TimeNumbers.Read(text, chart, token, end);
        }

        // A tokenizer may leave "mid-1990s" whole.
        if (form.StartsWith("mid-", StringComparison.OrdinalIgnoreCase) && form.Length > 4)
        {
            AddMeanings(syntax, chart, token, form[4..]);
            if (form.Length == 8 && int.TryParse(form[4..], System.Globalization.NumberStyles.None, null, out var year))
            {
                chart.Add(token, new Lexeme((int)TimeClass.YearNumber, token + 1, year));
            }
            else if (form.Length == 9 && form[^1] == 's' && int.TryParse(form[4..7], System.Globalization.NumberStyles.None, null, out var decade) && form[7] == '0')
            {
                chart.Add(token, new Lexeme((int)TimeClass.DecadeName, token + 1, decade));
            }
        }
    }

    private const int MaxWord = 14;

    private void AddMeanings(Syntax syntax, TimeChart chart, int token, ReadOnlySpan<char> form)
    {
        if (!meanings.TryGetValue(form, out var found))
        {
            return;
        }

        foreach (var meaning in found)
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

    /// <summary>Applies all rules that can start at a token, those that build on others after them.</summary>
    private void Apply(TimeChart chart, int token, int end, HashSet<TimeRule> tried)
    {
        tried.Clear();
        var next = FirstUntried(chart, token, tried);
        while (next is not null)
        {
            tried.Add(next);
            if (next.Pattern.Match(chart, token, end, next) is { } match)
            {
                chart.Add(token, new Lexeme((int)next.Yields, match.End, 0, match));
            }

            next = FirstUntried(chart, token, tried);
        }
    }

    private TimeRule? FirstUntried(TimeChart chart, int token, HashSet<TimeRule> tried)
    {
        TimeRule? first = null;
        for (var item = chart.First(token); item >= 0; item = chart.Next(item))
        {
            if (!rulesByFirst.TryGetValue(chart[item].Symbol, out var rules))
            {
                continue;
            }

            foreach (var rule in rules)
            {
                if ((first is null || order[rule] < order[first]) && !tried.Contains(rule))
                {
                    first = rule;
                }
            }
        }

        return first;
    }
}
