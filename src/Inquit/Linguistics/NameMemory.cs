using System.Collections.Immutable;
using Inquit.Learning;
using Inquit.Text;

namespace Inquit.Linguistics;

/// <summary>
/// Settles which kind each name of an article is: the mentions of one form vote, and so does what the form was in training,
/// so that NATO is not a place in one sentence and an organization in the next.
/// </summary>
internal sealed class NameMemory
{
    /// <summary>Sightings in training below which a name is not remembered.</summary>
    public const int LeastSightings = 3;

    /// <summary>Votes that training has at most: an article that uses a name more often than this decides for itself.</summary>
    private const float MostVotes = 5;

    private const string NamesPart = "names";
    private const string CountsPart = "names.counts";
    private static readonly int Types = Enum.GetValues<EntityType>().Length;
    private readonly string[] names;
    private readonly int[] counts;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> rows;

    private NameMemory(string[] names, int[] counts)
    {
        this.names = names;
        this.counts = counts;
        rows = new Dictionary<string, int>(names.Length, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var row = 0; row < names.Length; row++)
        {
            rows.Dictionary[names[row]] = row;
        }
    }

    /// <summary>Remembers nothing.</summary>
    public static NameMemory Empty { get; } = new([], []);

    /// <summary>Remembers the names that were seen often enough.</summary>
    public static NameMemory Of(IEnumerable<(string Name, EntityType Type)> sightings)
    {
        var seen = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var (name, type) in sightings)
        {
            if (!seen.TryGetValue(name, out var own))
            {
                seen.Add(name, own = new int[Types]);
            }

            own[(int)type]++;
        }

        var kept = seen.Where(pair => pair.Value.Sum() >= LeastSightings).ToList();
        return new NameMemory([.. kept.Select(pair => pair.Key)], [.. kept.SelectMany(pair => pair.Value)]);
    }

    /// <summary>Reads the memory of a model file.</summary>
    /// <exception cref="ModelFormatException">A part is missing or the parts do not fit.</exception>
    public static NameMemory From(ModelFile file)
    {
        var (names, counts) = (file.Strings(NamesPart), file.Ints(CountsPart));
        if (counts.Length != names.Length * Types)
        {
            throw new ModelFormatException($"The language model remembers {names.Length} names with {counts.Length} counts, not {names.Length * Types}.");
        }

        var memory = new NameMemory(names, counts);
        return memory.rows.Dictionary.Count == names.Length && !Array.Exists(counts, count => count < 0)
            ? memory
            : throw new ModelFormatException("The language model remembers a name twice, or one seen less often than never.");
    }

    /// <summary>Adds the memory to a model file.</summary>
    public void AddTo(ModelFile file)
    {
        file.SetStrings(NamesPart, names);
        file.SetInts(CountsPart, counts, [names.Length, Types]);
    }

    /// <summary>The mentions of one article, each with the kind that most votes give its form; on a tie its own stays.</summary>
    public ImmutableArray<EntityMention> Settle(Segmentation segmentation, ImmutableArray<EntityMention> mentions)
    {
        var votes = new Dictionary<string, float[]>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var mention in mentions)
        {
            VotesOf(Form(mention))[(int)mention.Type]++;
        }

        var settled = ImmutableArray.CreateBuilder<EntityMention>(mentions.Length);
        foreach (var mention in mentions)
        {
            var own = VotesOf(Form(mention));
            var best = (int)mention.Type;
            for (var type = 0; type < own.Length; type++)
            {
                best = own[type] > own[best] ? type : best;
            }

            settled.Add(mention with { Type = (EntityType)best });
        }

        return settled.MoveToImmutable();

        ReadOnlySpan<char> Form(EntityMention mention) => segmentation.SpanOf(mention.Tokens).Of(segmentation.Text);

        float[] VotesOf(ReadOnlySpan<char> form)
        {
            if (!votes.TryGetValue(form, out var own))
            {
                own = Remembered(form);
                votes[form] = own;
            }

            return own;
        }
    }

    private float[] Remembered(ReadOnlySpan<char> form)
    {
        var votes = new float[Types];
        if (rows.TryGetValue(form, out var row))
        {
            var own = counts.AsSpan(row * Types, Types);
            var sum = 0;
            foreach (var count in own)
            {
                sum += count;
            }

            for (var type = 0; type < Types; type++)
            {
                votes[type] = Math.Min(MostVotes, sum) * own[type] / sum;
            }
        }

        return votes;
    }
}
