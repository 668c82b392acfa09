using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Inquit.Learning;
using Inquit.Text;

namespace Inquit.Linguistics;

/// <summary>Tags, lemmatizes, parses and finds names.</summary>
public sealed unsafe class LanguageModel
{
    /// <summary>Tokens that are computed together: enough to fill the kernels, little enough to bound memory.</summary>
    private const int BatchTokens = 4000;

    /// <summary>Tokens of the longest sentence that is taken, since time and memory of a tree grow with their square.</summary>
    public const int LongestSentence = 2000;

    private readonly LanguageNetwork network;
    private readonly Lemmatizer lemmatizer;
    private readonly NameMemory memory;

    /// <summary>Creates the model from its trained files.</summary>
    /// <exception cref="ModelFormatException">A part of a file is missing or does not fit.</exception>
    public LanguageModel(ModelFile language, ModelFile lemmatizer)
        : this(LanguageWeights.From(language), new Lemmatizer(lemmatizer), NameMemory.From(language))
    {
    }

    internal LanguageModel(LanguageWeights weights, Lemmatizer lemmatizer, NameMemory memory)
    {
        this.memory = memory;
        network = new LanguageNetwork(weights, isRounded: true);
        this.lemmatizer = lemmatizer;
    }

    private delegate ReadOnlySpan<char> FormOf(int token);

    /// <summary>Values of a token's state in the network.</summary>
    internal int StateWidth => network.Weights.Sizes.State;

    /// <summary>Analyzes all sentences of <paramref name="segmentation"/>.</summary>
    /// <exception cref="ArgumentException">A sentence has more than <see cref="LongestSentence"/> tokens; the segmenter makes none.</exception>
    public LanguageAnalysis Analyze(Segmentation segmentation)
    {
        ArgumentNullException.ThrowIfNull(segmentation);
        var states = new TokenStates(segmentation.Tokens.Length, StateWidth);
        var (syntax, mentions) = Analyze(segmentation.Sentences, segmentation.Tokens.Length, segmentation.Form, states);
        return new LanguageAnalysis(syntax, memory.Settle(segmentation, mentions)) { States = states };
    }

    /// <summary>Analyzes sentences whose tokens are given; heads index the tokens of all sentences counted through.</summary>
    /// <exception cref="ArgumentException">A sentence has more than <see cref="LongestSentence"/> tokens.</exception>
    public Syntax AnalyzeTokens(IReadOnlyList<IReadOnlyList<string>> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var forms = sentences.SelectMany(sentence => sentence).ToArray();
        var ranges = ImmutableArray.CreateBuilder<TokenRange>(sentences.Count);
        var start = 0;
        foreach (var sentence in sentences)
        {
            ranges.Add(new TokenRange(start, start + sentence.Count));
            start += sentence.Count;
        }

        return Analyze(ranges.ToImmutable(), forms.Length, token => forms[token]).Syntax;
    }

    private (Syntax Syntax, ImmutableArray<EntityMention> Entities) Analyze(
        ImmutableArray<TokenRange> sentences, int tokens, FormOf formOf, TokenStates? states = null)
    {
        var output = new Output(tokens);
        var batch = new List<TokenRange>();
        var size = 0;
        foreach (var sentence in sentences)
        {
            if (sentence.Length > LongestSentence)
            {
                throw new ArgumentException(
                    $"A sentence has {sentence.Length} tokens; the most that are taken is {LongestSentence}.", nameof(sentences));
            }

            if (size > 0 && size + sentence.Length > BatchTokens)
            {
                AnalyzeBatch(batch, formOf, output, states);
                batch.Clear();
                size = 0;
            }

            if (sentence.Length > 0)
            {
                batch.Add(sentence);
                size += sentence.Length;
            }
        }

        AnalyzeBatch(batch, formOf, output, states);
        return output.Complete();
    }

    private void AnalyzeBatch(List<TokenRange> sentences, FormOf formOf, Output output, TokenStates? states)
    {
        if (sentences.Count == 0)
        {
            return;
        }

        var layout = new SequenceBatch(sentences.ConvertAll(sentence => sentence.Length));
        var types = new int[layout.Rows];
        var features = CollectTypes(sentences, layout, formOf, types);
        var work = network.Run(layout, types, features);
        var headRows = new int[layout.Rows];
        for (var sentence = 0; sentence < sentences.Count; sentence++)
        {
            var scores = network.ScoreArcs(layout, sentence, work, out var stride);
            var heads = output.Heads.AsSpan(sentences[sentence].Start, sentences[sentence].Length);
            TreeDecoder.Decode(scores, stride, heads.Length, heads);
            for (var step = 0; step < heads.Length; step++)
            {
                headRows[layout.Row(sentence, step)] = heads[step] < 0 ? -1 : layout.Row(sentence, heads[step]);
                heads[step] += heads[step] < 0 ? 0 : sentences[sentence].Start;
            }
        }

        var relations = network.ScoreRelations(headRows, work);
        for (var sentence = 0; sentence < sentences.Count; sentence++)
        {
            ReadOff(sentences[sentence], sentence, layout, work, relations, formOf, output);
            for (var step = 0; states is not null && step < sentences[sentence].Length; step++)
            {
                states.Keep(sentences[sentence].Start + step, work.Upper.Pointer + ((long)layout.Row(sentence, step) * states.Width));
            }
        }

        network.Return(work);
    }

    private List<LexicalFeatures> CollectTypes(List<TokenRange> sentences, SequenceBatch layout, FormOf formOf, int[] types)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var features = new List<LexicalFeatures>();
        for (var sentence = 0; sentence < sentences.Count; sentence++)
        {
            for (var step = 0; step < sentences[sentence].Length; step++)
            {
                var form = formOf(sentences[sentence].Start + step);
                ref var type = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, form, out var exists);
                if (!exists)
                {
                    type = features.Count;
                    features.Add(network.FeaturesOf(form));
                }

                types[layout.Row(sentence, step)] = type;
            }
        }

        return features;
    }

    private void ReadOff(
        TokenRange sentence,
        int index,
        SequenceBatch layout,
        LanguageNetwork.Workspace work,
        float* relations,
        FormOf formOf,
        Output output)
    {
        var weights = network.Weights;
        var columns = weights.Columns;
        var entityRows = new nint[sentence.Length];
        for (var step = 0; step < sentence.Length; step++)
        {
            var token = sentence.Start + step;
            var row = layout.Row(index, step);
            var heads = work.Heads.Pointer + ((long)row * columns.Width);
            var upos = (UniversalPos)Highest(heads, HeadColumns.UposTags);
            var xpos = weights.Xpos[Highest(heads + columns.Xpos, columns.XposTags)];
            output.Upos[token] = upos;
            output.Xpos[token] = xpos;
            output.Lemmas[token] = lemmatizer.Lemma(formOf(token), upos, xpos);

            // Relation 0 is "root": the root has it and no other token.
            output.Relations[token] = output.Heads[token] < 0
                ? weights.Relations[0]
                : weights.Relations[1 + Highest(relations + ((long)row * weights.Relations.Length) + 1, weights.Relations.Length - 1)];
            entityRows[step] = (nint)(heads + columns.Entity);
        }

        var labels = new byte[sentence.Length];
        EntityLabels.Decode(entityRows, labels);
        EntityLabels.Collect(labels, sentence.Start, output.Entities);
    }

    private static int Highest(float* values, int count)
    {
        var best = 0;
        for (var i = 1; i < count; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }

    /// <summary>The arrays that batches fill.</summary>
    private sealed class Output(int tokens)
    {
        public UniversalPos[] Upos { get; } = new UniversalPos[tokens];

        public string[] Xpos { get; } = new string[tokens];

        public string[] Lemmas { get; } = new string[tokens];

        public int[] Heads { get; } = new int[tokens];

        public string[] Relations { get; } = new string[tokens];

        public List<EntityMention> Entities { get; } = [];

        public (Syntax Syntax, ImmutableArray<EntityMention> Entities) Complete() => (
            new Syntax(
                ImmutableCollectionsMarshal.AsImmutableArray(Upos),
                ImmutableCollectionsMarshal.AsImmutableArray(Xpos),
                ImmutableCollectionsMarshal.AsImmutableArray(Lemmas),
                ImmutableCollectionsMarshal.AsImmutableArray(Heads),
                ImmutableCollectionsMarshal.AsImmutableArray(Relations)),
            [.. Entities]);
    }
}
