namespace Inquit.Meaning;

/// <summary>
/// A sequence of words and classes, written as text and matched against the tokens of a text. A name with a capital is a
/// <see cref="TimeClass"/>, any other a word; <c>( a | b )</c> is a choice, <c>?</c> after either makes it optional.
/// Compiled to a small program that is run with backtracking (Thompson 1968).
/// </summary>
internal sealed class TimePattern
{
    private readonly List<Instruction> program = [];

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="FormatException">A bracket is not closed, or a class is not known.</exception>
    public TimePattern(string notation, TimeVocabulary vocabulary)
    {
        var words = new Queue<string>(notation.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal)
            .Replace("?", " ? ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Choice(words, vocabulary);
        if (words.Count > 0)
        {
            throw new FormatException($"A bracket is closed that was not opened: {notation}");
        }

        program.Add(new Instruction(Operation.Done, 0));
        First = FirstOf(0, []);
        IsOneTokenEnough = First.Any(symbol => CanEndAfter(0, symbol, false));
    }

    private enum Operation
    {
        Take,
        Split,
        Jump,
        Done,
    }

    /// <summary>The symbols that a match may start with.</summary>
    public HashSet<int> First { get; }

    /// <summary>Whether a single word or class can be a match.</summary>
    public bool IsOneTokenEnough { get; }

    /// <summary>The longest match from token <paramref name="start"/> on that ends at <paramref name="end"/> at the latest, or null.</summary>
    public TimeMatch? Match(TimeChart chart, int start, int end, TimeRule rule)
    {
        var search = new Search(chart, end);
        Run(ref search, 0, start);
        return search.Best is { } taken ? new TimeMatch(rule, start, search.BestEnd, taken) : null;
    }

    private void Run(ref Search search, int step, int at)
    {
        var (chart, end, taken) = (search.Chart, search.End, search.Chart.Taken);
        while (true)
        {
            var (operation, argument) = program[step];
            switch (operation)
            {
                case Operation.Done:
                    search.Reach(at);
                    return;
                case Operation.Jump:
                    step = argument;
                    continue;
                case Operation.Split:
                    Run(ref search, step + 1, at);
                    step = argument;
                    continue;
                default:
                    for (var i = at < end ? chart.First(at) : -1; i >= 0; i = chart.Next(i))
                    {
                        var lexeme = chart[i];
                        if (lexeme.Symbol == argument && lexeme.End <= end)
                        {
                            taken.Add(lexeme);
                            Run(ref search, step + 1, lexeme.End);
                            taken.RemoveAt(taken.Count - 1);
                        }
                    }

                    return;
            }
        }
    }

    private void Choice(Queue<string> words, TimeVocabulary vocabulary)
    {
        var jumps = new List<int>();
        while (true)
        {
            var split = program.Count;
            program.Add(default);
            Sequence(words, vocabulary);
            if (!words.TryPeek(out var next) || next != "|")
            {
                program[split] = new Instruction(Operation.Jump, split + 1);
                break;
            }

            words.Dequeue();
            jumps.Add(program.Count);
            program.Add(default);
            program[split] = new Instruction(Operation.Split, program.Count);
        }

        foreach (var jump in jumps)
        {
            program[jump] = new Instruction(Operation.Jump, program.Count);
        }
    }

    private void Sequence(Queue<string> words, TimeVocabulary vocabulary)
    {
        while (words.TryPeek(out var word) && word is not "|" and not ")")
        {
            words.Dequeue();
            var split = program.Count;
            program.Add(new Instruction(Operation.Jump, split + 1));
            if (word == "(")
            {
                Choice(words, vocabulary);
                if (!words.TryDequeue(out var close) || close != ")")
                {
                    throw new FormatException("A bracket is not closed.");
                }
            }
            else
            {
                program.Add(new Instruction(Operation.Take, vocabulary.SymbolOf(word)));
            }

            if (words.TryPeek(out var mark) && mark == "?")
            {
                words.Dequeue();
                program[split] = new Instruction(Operation.Split, program.Count);
            }
        }
    }

    /// <summary>Whether the end can be reached from a step by taking this symbol once.</summary>
    private bool CanEndAfter(int step, int symbol, bool isTaken)
    {
        var (operation, argument) = program[step];
        return operation switch
        {
            Operation.Take => !isTaken && argument == symbol && CanEndAfter(step + 1, symbol, true),
            Operation.Jump => CanEndAfter(argument, symbol, isTaken),
            Operation.Split => CanEndAfter(step + 1, symbol, isTaken) || CanEndAfter(argument, symbol, isTaken),
            _ => isTaken,
        };
    }

    private HashSet<int> FirstOf(int step, HashSet<int> found)
    {
        var (operation, argument) = program[step];
        switch (operation)
        {
            case Operation.Take:
                found.Add(argument);
                break;
            case Operation.Jump:
                FirstOf(argument, found);
                break;
            case Operation.Split:
                FirstOf(step + 1, found);
                FirstOf(argument, found);
                break;
            default:
                throw new FormatException("A pattern must not match nothing.");
        }

        return found;
    }

    /// <summary>The longest match so far.</summary>
    private ref struct Search(TimeChart chart, int end)
    {
        public readonly TimeChart Chart => chart;

        public readonly int End => end;

        public Lexeme[]? Best { get; private set; }

        public int BestEnd { get; private set; }

        public void Reach(int at)
        {
            if (Best is null || at > BestEnd)
            {
                (Best, BestEnd) = ([.. chart.Taken], at);
            }
        }
    }

    /// <param name="Operation">What to do.</param>
    /// <param name="Argument">The symbol to take, or the step to go to (for a split: to try second).</param>
    private readonly record struct Instruction(Operation Operation, int Argument);
}

/// <summary>Numbers for the words and classes that patterns speak of.</summary>
internal sealed class TimeVocabulary
{
    private static readonly int FirstWord = Enum.GetValues<TimeClass>().Length;

    private readonly Dictionary<string, int> words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The number of a class.</summary>
    public static int SymbolOf(TimeClass kind) => (int)kind;

    /// <summary>The number of a class or word; a word that is not known yet gets one.</summary>
    public int SymbolOf(string name) =>
        char.IsUpper(name[0]) ? (int)Enum.Parse<TimeClass>(name)
        : words.TryGetValue(name, out var known) ? known
        : words[name] = FirstWord + words.Count;

    /// <summary>How many numbers are given away.</summary>
    public int Count => FirstWord + words.Count;

    /// <summary>The words with their numbers.</summary>
    public IReadOnlyDictionary<string, int> Words => words;
}
