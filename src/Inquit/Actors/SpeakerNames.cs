using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>
/// The speaker where the source itself holds the name: "Ned Price", "Kremlin spokesman Dmitry Peskov", "Ann Lee, a doctor".
/// Pronouns and bare roles are left unresolved.
/// </summary>
internal static class SpeakerNames
{
    /// <summary>The speaker of a source phrase whose head is <paramref name="head"/>.</summary>
    public static Speaker Resolve(ParsedText text, TokenRange source, int head)
    {
        foreach (var entity in text.EntitiesIn(source))
        {
            if (source.Contains(entity.Tokens) && TypeOf(entity.Type) is { } type && entity.Tokens.Contains(head))
            {
                return Named(text, source, entity.Tokens, type, SpeakerResolution.Name);
            }
        }

        foreach (var entity in text.EntitiesIn(source))
        {
            if (source.Contains(entity.Tokens) && entity.Type == EntityType.Person && StandsBeside(text, entity.Tokens, source))
            {
                return Named(text, source, entity.Tokens, SpeakerType.Person, SpeakerResolution.Apposition);
            }
        }

        return Speaker.Unresolved;
    }

    /// <summary>The speaker of a line that is signed with a person's name and a role.</summary>
    public static Speaker Signed(ParsedText text, TokenRange source, TokenRange name) => Named(text, source, name, SpeakerType.Person, SpeakerResolution.Name);

    private static Speaker Named(ParsedText text, TokenRange source, TokenRange name, SpeakerType type, SpeakerResolution how) => new(
        text.Segmentation.SpanOf(name).Of(text.Segmentation.Text).ToString(), type, RoleOf(text, source, name), ResolvedBy: how);

    /// <summary>
    /// Whether a name stands beside the source's head as another word for it ("the head of the office, Ann Lee"), and is not
    /// somebody whom the head belongs to or is joined with ("the office of Ann Lee", "Ann Lee's office").
    /// </summary>
    private static bool StandsBeside(ParsedText text, TokenRange name, TokenRange source)
    {
        var top = name.Start;
        while (text.Head(top) is >= 0 and var above && name.Contains(above))
        {
            top = above;
        }

        var start = Math.Max(source.Start, Math.Min(name.Start, text.Extent(top).Start));
        while (start < name.Start && text.IsPunctuation(start))
        {
            start++;
        }

        return text.Relation(top) is not ("nmod:poss" or "conj") && text.Upos(start) is not (UniversalPos.ADP or UniversalPos.CCONJ)
            && (name.Start == source.Start || text.Upos(name.Start - 1) is not (UniversalPos.ADP or UniversalPos.CCONJ));
    }

    /// <summary>The words of the source before the name, or those after its comma, without a leading article; null where there are none.</summary>
    private static string? RoleOf(ParsedText text, TokenRange source, TokenRange name)
    {
        var before = new TokenRange(source.Start, name.Start);
        var after = new TokenRange(name.End, Math.Max(name.End, source.End));
        var role = Trim(text, HasNoun(text, before) ? before : after);
        return HasNoun(text, role) && !IsClause(text, role) ? text.Segmentation.SpanOf(role).Of(text.Segmentation.Text).ToString() : null;
    }

    private static bool HasNoun(ParsedText text, TokenRange range)
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

    private static bool IsClause(ParsedText text, TokenRange range)
    {
        for (var token = range.Start; token < range.End; token++)
        {
            if (text.Has(token, "acl") || text.Upos(token) is UniversalPos.VERB or UniversalPos.CCONJ)
            {
                return true;
            }
        }

        return false;
    }

    private static TokenRange Trim(ParsedText text, TokenRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && (text.IsPunctuation(start) || text.Upos(start) == UniversalPos.DET))
        {
            start++;
        }

        while (end > start && text.IsPunctuation(end - 1))
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
