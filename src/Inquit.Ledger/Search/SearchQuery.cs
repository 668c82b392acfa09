using System.Collections.Immutable;
using Inquit.Text;

namespace Inquit.Ledger.Search;

/// <summary>What stands in a statement: a word, or several next to each other.</summary>
/// <param name="Words">The words, normalized; more than one is a phrase.</param>
/// <param name="IsPrefix">Whether the last word need only begin so.</param>
public sealed record SearchTerm(ImmutableArray<string> Words, bool IsPrefix)
{
    /// <summary>Whether it stands in words from a place on.</summary>
    internal bool IsAt(List<(string Word, TextSpan Span)> words, int at)
    {
        if (at + Words.Length > words.Count)
        {
            return false;
        }

        for (var i = 0; i < Words.Length; i++)
        {
            var isMatch = IsPrefix && i == Words.Length - 1 ? words[at + i].Word.StartsWith(Words[i], StringComparison.Ordinal) : words[at + i].Word == Words[i];
            if (!isMatch)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether both look for the same.</summary>
    public bool Equals(SearchTerm? other) => other is not null && IsPrefix == other.IsPrefix && Words.SequenceEqual(other.Words);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Words.Length, Words[0], IsPrefix);
}

/// <summary>
/// What is looked for, in the words of people: all words must be there; <c>"quoted words"</c> next to each other; <c>bank*</c> begins
/// so; <c>-word</c> must not be there; <c>a OR b</c>: one of the two. Case, accents and hyphens do not count.
/// </summary>
public sealed class SearchQuery : IEquatable<SearchQuery>
{
    private const string AnyOf = "OR";

    private SearchQuery(ImmutableArray<ImmutableArray<SearchTerm>> all, ImmutableArray<SearchTerm> none) => (All, None) = (all, none);

    /// <summary>Of each of these groups one term must be there.</summary>
    public ImmutableArray<ImmutableArray<SearchTerm>> All { get; }

    /// <summary>None of these may be there.</summary>
    public ImmutableArray<SearchTerm> None { get; }

    /// <summary>Whether both look for the same, in the same order.</summary>
    public bool Equals(SearchQuery? other) => other is not null && None.SequenceEqual(other.None) && All.Length == other.All.Length && All.Zip(other.All).All(pair => pair.First.SequenceEqual(pair.Second));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SearchQuery);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(All.Length, All[0][0], None.Length);

    /// <summary>Where what is looked for stands in a text, in its order; of two that share characters, the first and longest.</summary>
    public ImmutableArray<TextSpan> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = SearchWords.Find(text);
        var found = ImmutableArray.CreateBuilder<TextSpan>();
        var at = 0;
        while (at < words.Count)
        {
            var length = All.SelectMany(group => group).Where(term => term.IsAt(words, at)).Select(term => term.Words.Length).DefaultIfEmpty(0).Max();
            if (length > 0)
            {
                found.Add(new TextSpan(words[at].Span.Start, words[at + length - 1].Span.End));
            }

            at += Math.Max(length, 1);
        }

        return found.ToImmutable();
    }

    /// <summary>Reads a query; the query, or what is wrong with it.</summary>
    public static (SearchQuery? Query, string? Problem) Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var all = new List<List<SearchTerm>>();
        var none = ImmutableArray.CreateBuilder<SearchTerm>();
        var joins = false;
        var at = 0;
        while (Token.Next(query, ref at) is { } token)
        {
            if (token is { Text: AnyOf, IsQuoted: false, IsExcluded: false })
            {
                if (all.Count == 0 || joins)
                {
                    return (null, "OR stands between two words.");
                }

                joins = true;
                continue;
            }

            var (term, problem) = token.ToTerm();
            if (term is null)
            {
                return (null, problem);
            }

            if (token.IsExcluded && joins)
            {
                return (null, "OR stands between two words that are looked for.");
            }

            if (token.IsExcluded)
            {
                none.Add(term);
            }
            else if (joins)
            {
                all[^1].Add(term);
            }
            else
            {
                all.Add([term]);
            }

            joins = false;
        }

        return joins ? (null, "OR stands between two words.")
            : all.Count == 0 ? (null, none.Count == 0 ? "There is no word to look for." : "There must also be a word that is looked for, not only words that are left out.")
            : (new SearchQuery([.. all.Select(group => group.ToImmutableArray())], none.ToImmutable()), null);
    }

    /// <summary>A piece of the query as it was typed.</summary>
    private readonly record struct Token(string Text, bool IsQuoted, bool IsExcluded, bool IsPrefix, bool IsOpen)
    {
        public static Token? Next(string query, ref int at)
        {
            while (at < query.Length && char.IsWhiteSpace(query[at]))
            {
                at++;
            }

            if (at == query.Length)
            {
                return null;
            }

            var isExcluded = query[at] == '-';
            at += isExcluded ? 1 : 0;
            var isQuoted = at < query.Length && IsQuote(query[at]);
            at += isQuoted ? 1 : 0;
            var start = at;
            while (at < query.Length && !IsQuote(query[at]) && (isQuoted || !char.IsWhiteSpace(query[at])))
            {
                at++;
            }

            var text = query[start..at];
            var isOpen = isQuoted && at == query.Length;
            at += isQuoted && !isOpen ? 1 : 0;
            var isPrefix = isQuoted ? at < query.Length && query[at] == '*' : text.EndsWith('*');
            at += isQuoted && isPrefix ? 1 : 0;
            return new Token(isPrefix && !isQuoted ? text[..^1] : text, isQuoted, isExcluded, isPrefix, isOpen);
        }

        public (SearchTerm? Term, string? Problem) ToTerm()
        {
            if (IsOpen)
            {
                return (null, $"The quotation mark before '{Text}' is not closed.");
            }

            if (Text.Contains('*', StringComparison.Ordinal))
            {
                return (null, $"In '{Text}' the * does not stand at the end. It stands for any end of a word.");
            }

            var words = SearchWords.Of(Text);
            return words.Count > 0 ? (new SearchTerm([.. words], IsPrefix), null)
                : (null, $"'{(IsExcluded ? "-" : "")}{Text}{(IsPrefix ? "*" : "")}' has no letter or digit to look for.");
        }

        private static bool IsQuote(char unit) => unit is '"' or '“' or '”' or '„' or '«' or '»';
    }
}
