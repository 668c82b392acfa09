using System.Runtime.InteropServices;
using Inquit.Learning;
using Inquit.Linguistics;

namespace Inquit.Training.Lemmatization;

/// <summary>A word of a treebank with its lemma.</summary>
/// <param name="Form">The word as it stands in the text.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Penn Treebank tag.</param>
/// <param name="Lemma">Dictionary form.</param>
/// <param name="IsTypo">Whether the treebank says that the form is misspelt; its lemma is then that of the right form.</param>
internal readonly record struct LemmaExample(string Form, UniversalPos Upos, string Xpos, string Lemma, bool IsTypo);

/// <summary>
/// Learns a <see cref="Lemmatizer"/>: the most frequent lemma of each form under its tags, and over these, each counted
/// once, the most frequent rule of each ending. Only counts: the same examples in any order give the same model.
/// </summary>
/// <param name="leastWords">Words that must share an ending before a rule is learned for it.</param>
internal sealed class LemmatizerTrainer(int leastWords)
{
    private readonly Dictionary<(UniversalPos Upos, string Xpos), int> tags = [];
    private readonly Dictionary<(string Form, UniversalPos Upos, string Xpos), Counts<string>> lemmas = [];
    private readonly Dictionary<(string Form, UniversalPos Upos, string Xpos), Counts<string>> typos = [];

    /// <summary>Counts one word.</summary>
    public void Add(LemmaExample example)
    {
        // "goeswith" joins the pieces of a word cut in two: the first has the lemma of the whole, the others "_".
        if (example.Xpos == "GW" || (example.Lemma == "_" && example.Form != "_"))
        {
            return;
        }

        CollectionsMarshal.GetValueRefOrAddDefault(tags, (example.Upos, example.Xpos), out _)++;
        var counts = example.IsTypo ? typos : lemmas;
        var key = (example.Form, example.Upos, example.Xpos);
        if (!counts.TryGetValue(key, out var ofForm))
        {
            counts[key] = ofForm = new Counts<string>(StringComparer.Ordinal);
        }

        ofForm.Add(example.Lemma);
    }

    /// <summary>The model of all words counted so far.</summary>
    public ModelFile Train()
    {
        var tagList = tags.OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key.Upos)
            .ThenBy(tag => tag.Key.Xpos, StringComparer.Ordinal).Select(tag => tag.Key).ToArray();
        var tagIndex = tagList.Select((tag, index) => (tag, index)).ToDictionary(pair => pair.tag, pair => (byte)pair.index);
        var words = lemmas.Concat(typos.Where(typo => !lemmas.ContainsKey(typo.Key)))
            .Select(word => (word.Key.Form, Tag: tagIndex[(word.Key.Upos, word.Key.Xpos)],
                Rule: LemmaRule.Between(word.Key.Form, word.Value.MostFrequent()), IsTypo: !lemmas.ContainsKey(word.Key)))
            .OrderBy(word => word.Form, StringComparer.Ordinal).ThenBy(word => word.Tag).ToArray();
        var suffixes = Suffixes(words.Where(word => !word.IsTypo && word.Rule.Casing != LemmaCasing.Replace)
            .Select(word => (word.Form, word.Tag, word.Rule)));

        var rules = words.Select(word => word.Rule).Concat(suffixes.Select(suffix => suffix.Rule))
            .Distinct().Order(RuleOrder).ToArray();
        var ruleIndex = rules.Select((rule, index) => (rule, index)).ToDictionary(pair => pair.rule, pair => pair.index);
        var forms = words.Select(word => word.Form).Distinct().ToArray();
        var formIndex = forms.Select((form, index) => (form, index)).ToDictionary(pair => pair.form, pair => pair.index);
        return new LemmatizerModel(
            tagList,
            rules,
            forms,
            [.. words.Select(word => (formIndex[word.Form], word.Tag, ruleIndex[word.Rule]))],
            [.. suffixes.Select(suffix => (suffix.Tag, suffix.Case, suffix.Text, ruleIndex[suffix.Rule]))]).ToFile();
    }

    private static Comparer<LemmaRule> RuleOrder { get; } = Comparer<LemmaRule>.Create((left, right) =>
        (left.Casing, left.Strip).CompareTo((right.Casing, right.Strip)) is var order and not 0
            ? order
            : string.CompareOrdinal(left.Append, right.Append));

    // The shortest endings first; a longer one is kept only where it says something else than the one inside it.
    private List<(byte Tag, LetterCase Case, string Text, LemmaRule Rule)> Suffixes(
        IEnumerable<(string Form, byte Tag, LemmaRule Rule)> words)
    {
        var counts = new Dictionary<(byte Tag, LetterCase Case, string Text), Counts<LemmaRule>>();
        Span<char> buffer = stackalloc char[Lemmatizer.LongestSuffix];
        foreach (var (form, tag, rule) in words)
        {
            var ending = buffer[^Lemmatizer.WriteEnding(form, buffer)..].ToString();
            for (var start = ending.Length; start >= 0; start--)
            {
                if (start < ending.Length && char.IsLowSurrogate(ending[start]))
                {
                    continue;
                }

                var key = (tag, LetterCases.Of(form), ending[start..]);
                if (!counts.TryGetValue(key, out var ofSuffix))
                {
                    counts[key] = ofSuffix = new Counts<LemmaRule>(RuleOrder);
                }

                ofSuffix.Add(rule);
            }
        }

        var kept = new Dictionary<(byte Tag, LetterCase Case, string Text), LemmaRule>();
        foreach (var (key, ofSuffix) in counts.Where(pair => pair.Key.Text.Length == 0 || pair.Value.Total >= leastWords)
            .OrderBy(pair => pair.Key.Text.Length))
        {
            var rule = ofSuffix.MostFrequent();
            var inner = Enumerable.Range(1, key.Text.Length).Select(start => (key.Tag, key.Case, key.Text[start..]))
                .FirstOrDefault(kept.ContainsKey, (key.Tag, key.Case, string.Empty));
            if (!kept.TryGetValue(inner, out var shorter) || shorter != rule)
            {
                kept[key] = rule;
            }
        }

        return [.. kept.Select(pair => (pair.Key.Tag, pair.Key.Case, pair.Key.Text, pair.Value))
            .OrderBy(suffix => suffix.Tag).ThenBy(suffix => suffix.Case).ThenBy(suffix => suffix.Text, StringComparer.Ordinal)];
    }

    private sealed class Counts<T>(IComparer<T> order)
        where T : notnull
    {
        private readonly SortedDictionary<T, int> counts = new(order);

        public int Total { get; private set; }

        public void Add(T value)
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
            Total++;
        }

        // The first in order among the most frequent.
        public T MostFrequent() => counts.MaxBy(pair => pair.Value).Key;
    }
}
