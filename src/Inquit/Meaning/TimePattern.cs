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

    /// <summary>The longest match from token <paramref name="start"/> on that ends at <paramref name="end"/> at the latest, or null.</summary>
    public TimeMatch? Match(TimeChart chart, int start, int end, TimeRule rule)
    {
        TimeMatch? best = null;
        Run(chart, 0, start, end, [], at =>
        {
            if (best is null || at.End > best.End)
            {
                best = new TimeMatch(rule, start, at.End, [.. at.Taken]);
            }
        });
        return best;
    }

    private void Run(TimeChart chart, int step, int at, int end, List<Lexeme> taken, Action<(int End, List<Lexeme> Taken)> found)
    {
        while (true)
        {
            var (operation, argument) = program[step];
            switch (operation)
            {
                case Operation.Done:
                    found((at, taken));
                    return;
                case Operation.Jump:
                    step = argument;
                    continue;
                case Operation.Split:
                    Run(chart, step + 1, at, end, taken, found);
                    step = argument;
                    continue;
                default:
                    for (var i = at < end ? chart.First(at) : -1; i >= 0; i = chart.Next(i))
                    {
                        var lexeme = chart[i];
                        if (lexeme.Symbol == argument && lexeme.End <= end)
                        {
                            taken.Add(lexeme);
                            Run(chart, step + 1, lexeme.End, end, taken, found);
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

    /// <summary>The words with their numbers.</summary>
    public IReadOnlyDictionary<string, int> Words => words;
}
