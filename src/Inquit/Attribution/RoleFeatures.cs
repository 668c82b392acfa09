using System.Collections.Immutable;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>
/// What the role tagger sees of each token beside its word and the language network's state: small numbers, each of which
/// picks a row of a table. Training and prediction use this same code.
/// </summary>
internal sealed class RoleFeatures
{
    /// <summary>How many features a token has.</summary>
    public const int Count = 9;

    private const int ConfidenceSteps = 5;
    private readonly int[] values;

    private RoleFeatures(int[] values) => this.values = values;

    /// <summary>
    /// How many values each feature has: place in a quotation; place in sentence, paragraph and layout; part of speech;
    /// relation; direction and part of speech of the head; name; the role that the rules give it; how sure the surest cue
    /// proposed on it is; its form's letters.
    /// </summary>
    public static ImmutableArray<int> Sizes { get; } =
    [
        8,
        5 * 3,
        Names.Xpos.Length + 1,
        Names.Relations.Length + 1,
        (2 * UposCount) + 1,
        (2 * 5) + 1,
        RoleLabels.Count,
        (2 * ConfidenceSteps) + 1,
        6,
    ];

    /// <summary>The features of a token, <see cref="Count"/> of them.</summary>
    public ReadOnlySpan<int> Of(int token) => values.AsSpan(token * Count, Count);

    private static int UposCount => (int)UniversalPos.VERB + 1;

    /// <summary>Works out the features of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="weighed">What the families of cues propose, with their confidence.</param>
    public static RoleFeatures Of(ParsedText text, IReadOnlyList<Proposal> weighed) => Inside(text, weighed, text.Count == 0 ? [] : [new TokenRange(0, text.Count)]);

    /// <summary>Works out the features for parts of a text, each of which is read as a text of its own.</summary>
    /// <param name="text">The text.</param>
    /// <param name="weighed">What the families of cues propose within the parts.</param>
    /// <param name="parts">The parts; other tokens have no features.</param>
    public static RoleFeatures Inside(ParsedText text, IReadOnlyList<Proposal> weighed, IReadOnlyList<TokenRange> parts)
    {
        var values = new int[text.Count * Count];
        var labels = LabelsOf(text, weighed);
        MarkQuotations(text, parts, values);
        MarkPlaces(text, values);
        foreach (var token in parts.SelectMany(part => Enumerable.Range(part.Start, part.Length)))
        {
            var own = values.AsSpan(token * Count, Count);
            own[2] = Names.XposIndex.GetValueOrDefault(text.Syntax.Xpos[token]);
            own[3] = Names.RelationIndex.GetValueOrDefault(text.Relation(token));
            var head = text.Head(token);
            own[4] = head < 0 ? 0 : 1 + (head < token ? 0 : UposCount) + (int)text.Upos(head);
            own[5] = text.EntityAt(token) is { } name ? 1 + (2 * (int)name.Type) + (token == name.Tokens.Start ? 0 : 1) : 0;
            own[6] = labels[token];
            own[8] = ShapeOf(text.Form(token));
        }

        foreach (var proposal in weighed)
        {
            var step = Math.Min(ConfidenceSteps - 1, (int)(proposal.Confidence * ConfidenceSteps));
            for (var token = proposal.Cue.Start; token < proposal.Cue.End; token++)
            {
                ref var strongest = ref values[(token * Count) + 7];
                strongest = Math.Max(strongest, 1 + (2 * step) + (token == proposal.Anchor ? 1 : 0));
            }
        }

        return new RoleFeatures(values);
    }

    /// <summary>1 capitalized, 2 in capitals, 0 other letters, 3 starts with a digit, 4 with a letter but is mixed, 5 a mark.</summary>
    private static int ShapeOf(ReadOnlySpan<char> form)
    {
        var (upper, lower) = (0, 0);
        foreach (var c in form)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
        }

        return upper == 0 && lower > 0 ? 0
            : upper == 1 && char.IsUpper(form[0]) ? 1
            : upper > 0 && lower == 0 ? 2
            : char.IsDigit(form[0]) ? 3
            : char.IsLetter(form[0]) ? 4
            : 5;
    }

    /// <summary>The labels of the statements that the rules alone find.</summary>
    private static byte[] LabelsOf(ParsedText text, IReadOnlyList<Proposal> weighed)
    {
        var labels = new byte[text.Count];
        var found = CueFamilies.Select(text, weighed).Outermost(text.Count).ToList();
        foreach (var span in found.SelectMany(proposal => proposal.Spans()).OrderByDescending(span => span.Role == Role.Cue ? -1 : (int)span.Role))
        {
            RoleLabels.Write(labels, span);
        }

        RoleLabels.Repair(labels);
        return labels;
    }

    /// <summary>
    /// 0 outside, 1 the opening mark, 2 inside, 3 the closing mark; 4 more where the quotation was never closed. Of quotations in each
    /// other, the outermost that lies wholly in one of the ranges counts.
    /// </summary>
    private static void MarkQuotations(ParsedText text, IEnumerable<TokenRange> ranges, int[] values)
    {
        var tokens = text.Segmentation.Tokens;
        var endOfRange = new int[tokens.Length];
        foreach (var range in ranges)
        {
            endOfRange.AsSpan(range.Start, range.Length).Fill(tokens[range.End - 1].End);
        }

        var first = 0;
        foreach (var quotation in text.Segmentation.Quotations)
        {
            while (first < tokens.Length && tokens[first].Start < quotation.Span.Start)
            {
                first++;
            }

            if (first == tokens.Length || values[first * Count] > 0 || quotation.Span.End > endOfRange[first])
            {
                continue;
            }

            var token = first;
            foreach (var part in quotation.Parts)
            {
                while (token < tokens.Length && tokens[token].Start < part.Start)
                {
                    token++;
                }

                for (; token < tokens.Length && tokens[token].End <= part.End; token++)
                {
                    var place = tokens[token].Start == part.Start ? 1 : tokens[token].End == part.End && part == quotation.Parts[^1] ? 3 : 2;
                    values[token * Count] = place + (quotation.IsClosed ? 0 : 4);
                }
            }
        }
    }

    private static void MarkPlaces(ParsedText text, int[] values)
    {
        foreach (var paragraph in text.Segmentation.Paragraphs)
        {
            var layout = 5 * (int)paragraph.Kind;
            for (var s = paragraph.Sentences.Start; s < paragraph.Sentences.End; s++)
            {
                var sentence = text.Segmentation.Sentences[s];
                for (var token = sentence.Start; token < sentence.End; token++)
                {
                    var place = token == paragraph.Tokens.Start ? 1
                        : token == sentence.Start ? 2
                        : token == paragraph.Tokens.End - 1 ? 3
                        : token == sentence.End - 1 ? 4
                        : 0;
                    values[(token * Count) + 1] = layout + place;
                }
            }
        }
    }

    /// <summary>The inventories of tags and relations that have rows of their own; the rest share row 0.</summary>
    private static class Names
    {
        public static readonly string[] Xpos =
        [
            "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS",
            "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "$", "HYPH", "NFP", "ADD", "AFX", "GW",
        ];

        public static readonly string[] Relations =
        [
            "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound",
            "compound:prt", "conj", "cop", "csubj", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith",
            "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked",
            "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp",
        ];

        public static readonly Dictionary<string, int> XposIndex = Index(Xpos);

        public static readonly Dictionary<string, int> RelationIndex = Index(Relations);

        private static Dictionary<string, int> Index(string[] names)
        {
            var index = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < names.Length; i++)
            {
                index[names[i]] = i + 1;
            }

            return index;
        }
    }
}
