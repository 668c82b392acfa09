namespace Inquit.Meaning;

/// <summary>A meaning that stands on some tokens.</summary>
/// <param name="Symbol">The class or word, as <see cref="TimeVocabulary"/> numbers them.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Value">What it stands for; the class says how to read it.</param>
/// <param name="Match">The match that it was made from, where a rule made it.</param>
internal readonly record struct Lexeme(int Symbol, int End, long Value = 0, TimeMatch? Match = null);

/// <summary>All meanings that were found in a text, by the token they start at (a chart in the sense of Kay 1980).</summary>
internal sealed class TimeChart
{
    private readonly int[] first;
    private readonly List<(Lexeme Lexeme, int Next)> items = [];

    public TimeChart(int tokens)
    {
        first = new int[tokens];
        Array.Fill(first, -1);
    }

    /// <summary>What the search for a match holds; empty between two searches.</summary>
    public List<Lexeme> Taken { get; } = [];

    public Lexeme this[int item] => items[item].Lexeme;

    /// <summary>The item put last at a token, or -1.</summary>
    public int First(int token) => first[token];

    /// <summary>The item put before this one at the same token, or -1.</summary>
    public int Next(int item) => items[item].Next;

    /// <summary>Adds a meaning at a token.</summary>
    public void Add(int token, Lexeme lexeme)
    {
        items.Add((lexeme, first[token]));
        first[token] = items.Count - 1;
    }

    /// <summary>All meanings of this class.</summary>
    public IEnumerable<Lexeme> All(TimeClass kind) => items.Select(item => item.Lexeme).Where(lexeme => lexeme.Symbol == (int)kind);

    /// <summary>Whether the token has a meaning of this class.</summary>
    public bool Has(int token, TimeClass kind)
    {
        for (var item = first[token]; item >= 0; item = items[item].Next)
        {
            if (items[item].Lexeme.Symbol == (int)kind)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Where a rule fits.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Start">The first token.</param>
/// <param name="End">The token after the last.</param>
/// <param name="Taken">The meanings that it took, in order.</param>
internal sealed record TimeMatch(TimeRule Rule, int Start, int End, Lexeme[] Taken)
{
    /// <summary>What the first meaning of a class stands for, or null.</summary>
    public long? Find(TimeClass kind)
    {
        foreach (var lexeme in Taken)
        {
            if (lexeme.Symbol == (int)kind)
            {
                return lexeme.Value;
            }
        }

        return null;
    }

    /// <summary>What the first meaning of a class stands for; the rule's pattern has one.</summary>
    public long this[TimeClass kind] => Find(kind) ?? throw new InvalidOperationException($"The pattern took no {kind}.");

    /// <summary>Whether a class was taken.</summary>
    public bool Has(TimeClass kind) => Find(kind) is not null;

    /// <summary>What the first part that a rule made means; null where it means nothing.</summary>
    public TimeValue? Part(TimeContext context)
    {
        foreach (var lexeme in Taken)
        {
            if (lexeme.Match is { } inner)
            {
                return inner.Rule.Build(inner, context);
            }
        }

        return null;
    }

    /// <summary>What the last part that a rule made means; null where it means nothing.</summary>
    public TimeValue? LastPart(TimeContext context)
    {
        for (var i = Taken.Length - 1; i >= 0; i--)
        {
            if (Taken[i].Match is { } inner)
            {
                return inner.Rule.Build(inner, context);
            }
        }

        return null;
    }
}

/// <summary>A rule: where its pattern fits there is a meaning of a class.</summary>
/// <param name="Yields">The class.</param>
/// <param name="Pattern">The pattern.</param>
/// <param name="Build">What it means there; null where it does not hold after all, <see cref="TimeValue.Nothing"/> where the words are no time.</param>
internal sealed record TimeRule(TimeClass Yields, TimePattern Pattern, Func<TimeMatch, TimeContext, TimeValue?> Build);
