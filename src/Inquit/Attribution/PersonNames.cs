using System.Collections.Immutable;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>The names of persons in an article, to tell a name from a role that the recognizer took for a part of it.</summary>
internal sealed class PersonNames(Segmentation segmentation, ImmutableArray<EntityMention> entities)
{
    private HashSet<string>? known;

    /// <summary>
    /// The name of a person in a mention: the longest start of it that stands alone elsewhere as a person's whole name
    /// ("Ann Lee" of "Ann Lee Kremlin"), else all of it if it was taken for a person, else null.
    /// </summary>
    public TokenRange? In(EntityMention mention)
    {
        for (var length = mention.Tokens.Length - 1; length > 1; length--)
        {
            var start = new TokenRange(mention.Tokens.Start, mention.Tokens.Start + length);
            known ??= [.. entities.Where(entity => entity.Type == EntityType.Person).Select(entity => Words(entity.Tokens))];
            if (known.Contains(Words(start)))
            {
                return start;
            }
        }

        return mention.Type == EntityType.Person ? mention.Tokens : null;
    }

    private string Words(TokenRange tokens) => segmentation.SpanOf(tokens).Of(segmentation.Text).ToString();
}
