using System.Collections.Immutable;
using Inquit.Attribution;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>The heads of the sources of the outermost statements, what each says, and for each token in a quotation the head of its source.</summary>
internal sealed class SourceHeads
{
    private readonly Dictionary<int, List<TokenRange>> contents = [];
    private readonly Dictionary<int, int> quotedBy = [];

    /// <summary>Reads the statements of an article.</summary>
    public SourceHeads(ParsedText text, ImmutableArray<Statement> statements)
    {
        foreach (var statement in statements)
        {
            if (statement.Within is not null || statement.Source.IsEmpty || text.TokensOf(statement.Source[0]) is not { Length: > 0 } source)
            {
                continue;
            }

            var head = text.HeadOf(source);
            if (!contents.TryGetValue(head, out var all))
            {
                contents.Add(head, all = []);
            }

            foreach (var content in statement.Content.Select(text.TokensOf))
            {
                all.Add(content);
                for (var token = content.Start; token < content.End; token++)
                {
                    if (text.QuotationOf(token) >= 0)
                    {
                        quotedBy[token] = head;
                    }
                }
            }
        }
    }

    /// <summary>Whether the token is the head of a statement's source.</summary>
    public bool Contains(int token) => contents.ContainsKey(token);

    /// <summary>What the source with this head says; empty for a token that is no such head.</summary>
    public IReadOnlyList<TokenRange> ContentOf(int token) => contents.GetValueOrDefault(token) ?? [];

    /// <summary>The head of the source of what is quoted at the token, or -1.</summary>
    public int SourceOfQuoted(int token) => quotedBy.GetValueOrDefault(token, -1);
}
