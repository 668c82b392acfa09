using System.Collections.Immutable;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>
/// Names the speakers of statements whose source itself holds the name: "Ned Price", "Kremlin spokesman Dmitry Peskov",
/// "the head of the office, Ann Lee". Pronouns and bare roles are left unresolved.
/// </summary>
internal static class SpeakerNames
{
    /// <summary>The statements with their speakers, as far as each source tells.</summary>
    public static ImmutableArray<Statement> Resolve(
        Segmentation segmentation, Syntax syntax, ImmutableArray<EntityMention> entities, ImmutableArray<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(segmentation);
        ArgumentNullException.ThrowIfNull(syntax);
        var text = new NamedText(segmentation, syntax, entities);
        return [.. statements.Select(statement => statement.Source.Length == 0 ? statement : statement with { Speaker = SpeakerOf(text, statement) })];
    }

    private static Speaker SpeakerOf(NamedText text, Statement statement)
    {
        var source = text.TokensOf(statement.Source[0]);
        if (source.Length == 0)
        {
            return Speaker.Unresolved;
        }

        var head = text.HeadOf(source);
        var names = text.NamesIn(source);
        foreach (var name in names)
        {
            if (TypeOf(name.Type) is { } type && (name.Tokens.Contains(head) || IsSigned(statement, name, source)))
            {
                return Named(text, source, name, type, SpeakerResolution.Name);
            }
        }

        foreach (var name in names)
        {
            if (name.Type == EntityType.Person && StandsBeside(text, name.Tokens, source))
            {
                return Named(text, source, name, SpeakerType.Person, SpeakerResolution.Apposition);
            }
        }

        return Speaker.Unresolved;
    }

    /// <summary>Whether the name signs a pull quote, which has no cue and starts its source with the name.</summary>
    private static bool IsSigned(Statement statement, EntityMention name, TokenRange source) =>
        statement.Cue.Length == 0 && name.Type == EntityType.Person && name.Tokens.Start == source.Start;

    private static Speaker Named(NamedText text, TokenRange source, EntityMention mention, SpeakerType type, SpeakerResolution how)
    {
        var name = type == SpeakerType.Person ? text.WithoutRole(mention.Tokens) : mention.Tokens;
        return new Speaker(text.Words(name), type, RoleOf(text, source, name), ResolvedBy: how);
    }

    /// <summary>
    /// Whether a name stands beside the source's head as another word for it ("the head of the office, Ann Lee"), and is not
    /// somebody whom the head belongs to or is joined with ("the office of Ann Lee", "Ann Lee's office").
    /// </summary>
    private static bool StandsBeside(NamedText text, TokenRange name, TokenRange source)
    {
        var top = text.HeadOf(name);
        var start = Math.Max(source.Start, Math.Min(name.Start, text.LeftEdge(top)));
        while (start < name.Start && text.Upos(start) == UniversalPos.PUNCT)
        {
            start++;
        }

        return text.Relation(top) is not ("nmod:poss" or "conj") && text.Upos(start) is not (UniversalPos.ADP or UniversalPos.CCONJ)
            && (name.Start == source.Start || text.Upos(name.Start - 1) is not (UniversalPos.ADP or UniversalPos.CCONJ));
    }

    /// <summary>The words of the source before the name, or those after it, without a leading article; null where they are no role.</summary>
    private static string? RoleOf(NamedText text, TokenRange source, TokenRange name)
    {
        var before = new TokenRange(source.Start, Math.Max(source.Start, name.Start));
        var after = new TokenRange(name.End, Math.Max(name.End, source.End));
        var role = Trim(text, HasNoun(text, before) ? before : after);
        return HasNoun(text, role) && !IsClause(text, role) ? text.Words(role) : null;
    }

    private static bool HasNoun(NamedText text, TokenRange range)
    {
        for (var token = range.Start; token < range.End; token++)
        {
            if (text.Upos(token) is UniversalPos.NOUN or UniversalPos.PROPN)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsClause(NamedText text, TokenRange range)
    {
        for (var token = range.Start; token < range.End; token++)
        {
            if (text.Relation(token).StartsWith("acl", StringComparison.Ordinal) || text.Upos(token) is UniversalPos.VERB or UniversalPos.CCONJ)
            {
                return true;
            }
        }

        return false;
    }

    private static TokenRange Trim(NamedText text, TokenRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && text.Upos(start) is UniversalPos.PUNCT or UniversalPos.DET)
        {
            start++;
        }

        while (end > start && text.Upos(end - 1) == UniversalPos.PUNCT)
        {
            end--;
        }

        return new TokenRange(start, end);
    }

    private static SpeakerType? TypeOf(EntityType type) => type switch
    {
        EntityType.Person => SpeakerType.Person,
        EntityType.Organization => SpeakerType.Organization,
        EntityType.Place => SpeakerType.State,
        _ => null,
    };
}
