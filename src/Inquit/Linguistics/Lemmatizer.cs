using System.Diagnostics.CodeAnalysis;
using Inquit.Learning;
using FormTable = System.Collections.Generic.Dictionary<string, string>.AlternateLookup<System.ReadOnlySpan<char>>;
using RuleTable = System.Collections.Generic.Dictionary<string, int>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace Inquit.Linguistics;

/// <summary>
/// Gives words their dictionary form. A table of the treebanks' forms answers first, by form and tags; what it does not
/// hold goes through a decision list: the rule learned for the longest known ending of words with the same tags and
/// letter case. Of the rules along that list the first that leads to a word in the table is taken.
/// </summary>
/// <remarks>
/// Lemmatization as choice of a <see cref="LemmaRule"/> by the word's ending and tag: Chrupała (2006) and, in the same
/// form as here, Jongejan and Dalianis, "Automatic training of lemmatization rules that handle morphological changes in
/// pre-, in- and suffixes alike" (2009). A word from the table costs no allocation. Safe on any number of threads.
/// </remarks>
public sealed class Lemmatizer
{
    /// <summary>The most characters of an ending that rules are learned for.</summary>
    internal const int LongestSuffix = 6;

    /// <summary>Stands before the first character of a word, so that an ending can be the whole of a short one.</summary>
    internal const char WordStart = '\u0001';

    // Nothing as long is in the table; longer forms go to the rules, which look at their last characters only.
    private const int LongestTableForm = 64;

    private readonly (string Xpos, int Tag)[][] tagsOf;
    private readonly FormTable[] forms;
    private readonly RuleTable[] suffixes;
    private readonly LemmaRule[] rules;
    private readonly int longestAppend;

    /// <summary>Creates a lemmatizer from its trained model.</summary>
    /// <exception cref="ModelFormatException">A part is missing, or the parts do not fit each other.</exception>
    public Lemmatizer(ModelFile model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var parts = LemmatizerModel.From(model);
        rules = parts.Rules;
        foreach (var rule in rules)
        {
            longestAppend = Math.Max(longestAppend, rule.Append.Length);
        }

        tagsOf = new (string, int)[(int)UniversalPos.VERB + 1][];
        for (var upos = 0; upos < tagsOf.Length; upos++)
        {
            tagsOf[upos] = [.. TagsOf((UniversalPos)upos, parts)];
        }

        forms = new FormTable[parts.Tags.Length];
        for (var tag = 0; tag < forms.Length; tag++)
        {
            forms[tag] = new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        }

        Span<char> buffer = new char[parts.LongestForm + longestAppend];
        foreach (var entry in parts.Entries)
        {
            var form = parts.Forms[entry.Form];
            var lemma = buffer[..rules[entry.Rule].Apply(form, buffer)];
            forms[entry.Tag].Dictionary[form] = lemma.SequenceEqual(form) ? form : lemma.ToString();
        }

        suffixes = new RuleTable[parts.Tags.Length * LetterCases.Count];
        for (var i = 0; i < suffixes.Length; i++)
        {
            suffixes[i] = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        }

        foreach (var suffix in parts.Suffixes)
        {
            suffixes[(suffix.Tag * LetterCases.Count) + (int)suffix.Case].Dictionary[suffix.Text] = suffix.Rule;
        }
    }

    /// <summary>
    /// The dictionary form of <paramref name="form"/>. Never throws and is never empty unless the form is: a form that no
    /// rule fits is its own lemma, and where <paramref name="xpos"/> is unknown the tags usual for
    /// <paramref name="upos"/> are tried.
    /// </summary>
    /// <param name="form">The word as it stands in the text.</param>
    /// <param name="upos">Its universal part of speech.</param>
    /// <param name="xpos">Its Penn Treebank tag.</param>
    public string Lemma(ReadOnlySpan<char> form, UniversalPos upos, string xpos)
    {
        if (form.IsEmpty)
        {
            return string.Empty;
        }

        var candidates = (int)upos < tagsOf.Length ? tagsOf[(int)upos] : [];
        foreach (var (name, tag) in candidates)
        {
            if (string.Equals(name, xpos, StringComparison.Ordinal))
            {
                return forms[tag].TryGetValue(form, out var lemma) || TryOtherCase(form, upos, tag, out lemma)
                    ? lemma
                    : ByRules(form, upos, tag);
            }
        }

        foreach (var (_, tag) in candidates)
        {
            if (forms[tag].TryGetValue(form, out var lemma) || TryOtherCase(form, upos, tag, out lemma))
            {
                return lemma;
            }
        }

        return candidates.Length > 0 ? ByRules(form, upos, candidates[0].Tag) : form.ToString();
    }

    private static IEnumerable<(string Xpos, int Tag)> TagsOf(UniversalPos upos, LemmatizerModel parts)
    {
        for (var tag = 0; tag < parts.Tags.Length; tag++)
        {
            if (parts.Tags[tag].Upos == upos)
            {
                yield return (parts.Tags[tag].Xpos, tag);
            }
        }
    }

    // "Said" at the start of a sentence is "said"; a name in capitals or small letters is the name.
    private bool TryOtherCase(ReadOnlySpan<char> form, UniversalPos upos, int tag, [NotNullWhen(true)] out string? lemma)
    {
        lemma = null;
        if (form.Length > LongestTableForm)
        {
            return false;
        }

        var letters = LetterCases.Of(form);
        var isName = upos == UniversalPos.PROPN;
        if (isName ? letters is not (LetterCase.Lower or LetterCase.Upper) : letters == LetterCase.Lower)
        {
            return false;
        }

        Span<char> other = stackalloc char[LongestTableForm];
        other = other[..form.ToLowerInvariant(other)];
        if (isName)
        {
            other[0] = char.ToUpperInvariant(other[0]);
        }

        return forms[tag].TryGetValue(other, out lemma);
    }

    private string ByRules(ReadOnlySpan<char> form, UniversalPos upos, int tag)
    {
        Span<char> ending = stackalloc char[LongestSuffix];
        ending = ending[^WriteEnding(form, ending)..];
        var room = form.Length + longestAppend;
        var lemma = room <= 2 * LongestTableForm ? stackalloc char[2 * LongestTableForm] : new char[room];
        var table = suffixes[(tag * LetterCases.Count) + (int)LetterCases.Of(form)];
        var isOpenClass = upos is UniversalPos.VERB or UniversalPos.NOUN or UniversalPos.ADJ or UniversalPos.ADV;
        string? first = null;
        for (; ; ending = ending[1..])
        {
            if (table.TryGetValue(ending, out var rule))
            {
                var length = rules[rule].Apply(form, lemma);
                if (length > 0)
                {
                    if (!isOpenClass)
                    {
                        return lemma[..length].ToString();
                    }

                    if (FindLemma(lemma[..length], upos) is { } known)
                    {
                        return known;
                    }

                    first ??= lemma[..length].ToString();
                }
            }

            if (ending.IsEmpty)
            {
                return first ?? form.ToString();
            }
        }
    }

    // Fills the end of the buffer with the last characters of the form in small letters, and says how many.
    internal static int WriteEnding(ReadOnlySpan<char> form, Span<char> buffer)
    {
        var taken = Math.Min(form.Length, buffer.Length);
        form[^taken..].ToLowerInvariant(buffer[^taken..]);
        if (taken == buffer.Length)
        {
            return taken;
        }

        buffer[^(taken + 1)] = WordStart;
        return taken + 1;
    }

    private string? FindLemma(ReadOnlySpan<char> lemma, UniversalPos upos)
    {
        foreach (var (_, tag) in tagsOf[(int)upos])
        {
            if (forms[tag].TryGetValue(lemma, out var known) && lemma.SequenceEqual(known))
            {
                return known;
            }
        }

        return null;
    }
}
