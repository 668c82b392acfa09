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
        if (statement.Cue.Length == 0 && names.Count > 0 && names[0].Tokens.Start == source.Start && text.Persons.In(names[0]) is { } signed)
        {
            return Named(text, source, signed, SpeakerType.Person, SpeakerResolution.Name);
        }

        foreach (var name in names)
        {
            if (TypeOf(name.Type) is { } type && name.Tokens.Contains(head))
            {
                var words = type == SpeakerType.Person ? text.Persons.In(name) ?? name.Tokens : name.Tokens;
                return Named(text, source, words, type, SpeakerResolution.Name);
            }
        }

        foreach (var name in names)
        {
            if (name.Type == EntityType.Person && StandsBeside(text, name.Tokens, source))
            {
                return Named(text, source, name.Tokens, SpeakerType.Person, SpeakerResolution.Apposition);
            }
        }

        return Speaker.Unresolved;
    }

    private static Speaker Named(NamedText text, TokenRange source, TokenRange name, SpeakerType type, SpeakerResolution how) =>
        new(text.Words(name), type, RoleOf(text, source, name), ResolvedBy: how);

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

        if (text.Upos(start) == UniversalPos.ADP && IsBodyOfOffice(text, source, new TokenRange(Math.Min(start + 1, name.Start), name.Start)))
        {
            return true;
        }

        return text.Relation(top) is not ("nmod:poss" or "conj") && text.Upos(start) is not (UniversalPos.ADP or UniversalPos.CCONJ)
            && (name.Start == source.Start || text.Upos(name.Start - 1) is not (UniversalPos.ADP or UniversalPos.CCONJ));
    }

    /// <summary>Whether what stands between "of" and a name is a name itself: "President of Ukraine | Ann Lee".</summary>
    private static bool IsBodyOfOffice(NamedText text, TokenRange source, TokenRange between) =>
        text.NamesIn(source).Any(body => body.Type is EntityType.Place or EntityType.Organization && body.Tokens.End == between.End && body.Tokens.Start >= between.Start
            && body.Tokens.Start <= between.Start + 1);

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
