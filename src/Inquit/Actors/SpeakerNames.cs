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
        foreach (var entity in text.Entities)
        {
            if (!source.Contains(entity.Tokens) || TypeOf(entity.Type) is not { } type)
            {
                continue;
            }

            var isHead = entity.Tokens.Contains(head) || Stands(text, entity, head, "flat") || Stands(text, entity, head, "nmod:desc")
                || (type == SpeakerType.Person && Stands(text, entity, head, "compound"));
            if (isHead || Stands(text, entity, head, "appos"))
            {
                return new Speaker(
                    text.Segmentation.SpanOf(entity.Tokens).Of(text.Segmentation.Text).ToString(),
                    type,
                    RoleOf(text, source, entity.Tokens, head),
                    ResolvedBy: isHead ? SpeakerResolution.Name : SpeakerResolution.Apposition);
            }
        }

        return Speaker.Unresolved;
    }

    /// <summary>Whether the name hangs on the head by this relation, or the head on the name.</summary>
    private static bool Stands(ParsedText text, EntityMention entity, int head, string relation)
    {
        if (head < 0)
        {
            return false;
        }

        for (var token = entity.Tokens.Start; token < entity.Tokens.End; token++)
        {
            if ((text.Head(token) == head && text.Has(token, relation)) || (text.Head(head) == token && text.Has(head, relation)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words of the source before the name, or those after its comma, without a leading article; null where there are none.</summary>
    private static string? RoleOf(ParsedText text, TokenRange source, TokenRange name, int head)
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
