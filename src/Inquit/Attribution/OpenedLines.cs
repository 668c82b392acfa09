using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>
/// Lines of dialogue opened with a dash instead of a quotation mark, or with a mark that is never closed: — Where is he? asked
/// the nurse. The dash is no part of what is said, the mark is.
/// </summary>
internal static class OpenedLines
{
    /// <summary>The longest clause of saying, in tokens.</summary>
    private const int MaxClause = 12;

    /// <summary>How often a verb beside a quotation must be a cue.</summary>
    private const double MinRate = 0.5;

    private const double Sureness = 0.9;

    /// <summary>Adds what a paragraph that is opened so attributes.</summary>
    public static void Propose(ParsedText text, Paragraph paragraph, CueLexicon lexicon, List<Proposal> proposals)
    {
        var tokens = paragraph.Tokens;
        if (tokens.Length < 4 || !(text.IsDash(tokens.Start) || IsOnlyMark(text, tokens)) || !char.IsUpper(text.Form(tokens.Start + 1)[0]))
        {
            return;
        }

        for (var start = tokens.Start + 2; start < tokens.End; start++)
        {
            var isAfterSpeech = text.Is(start - 1, "?") || text.Is(start - 1, "!") || text.Is(start - 1, ",") || text.Is(start - 1, "…") || text.IsDash(start - 1);
            if (isAfterSpeech && ClauseAt(text, start, tokens.End, lexicon) is var (verb, end))
            {
                var cue = new TokenRange(verb, verb + 1);
                var source = verb == start ? new TokenRange(verb + 1, end) : new TokenRange(start, verb);
                var said = new TokenRange(tokens.Start + (text.IsDash(tokens.Start) ? 1 : 0), text.IsDash(start - 1) || text.Is(start - 1, ",") ? start - 1 : start);
                var content = new List<TokenRange> { said };
                var more = end;
                while (more < tokens.End && (text.IsDash(more) || text.Is(more, ",") || text.Is(more, ".")))
                {
                    more++;
                }

                if (more > end && Turns.WithoutFullStop(text, new TokenRange(more, tokens.End)) is { Length: > 0 } rest)
                {
                    content.Add(rest);
                }

                proposals.Add(new Proposal(CueFrame.Dialogue, text.Lemma(verb), verb, cue, source, source.Start, content) { Confidence = Sureness });
                return;
            }
        }
    }

    /// <summary>Whether the paragraph starts with its only quotation mark.</summary>
    private static bool IsOnlyMark(ParsedText text, TokenRange tokens)
    {
        for (var token = tokens.Start; token < tokens.End; token++)
        {
            if ((text.Form(token) is "“" or "”" or "\"" or "„" or "«" or "»") != (token == tokens.Start))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A verb of saying and who says, one before the other, up to a mark; null where none starts at the token.</summary>
    private static (int Verb, int End)? ClauseAt(ParsedText text, int start, int limit, CueLexicon lexicon)
    {
        var end = start;
        var verb = -1;
        for (; end < limit && end - start < MaxClause && !text.IsPunctuation(end); end++)
        {
            // "asked" may have lost its sentence to the question mark before it: the form tells, not the tree.
            if (text.Upos(end) == UniversalPos.VERB && text.Syntax.Xpos[end] is "VBD" or "VBZ" or "VBP" or "VBN")
            {
                verb = verb == -1 ? end : -2;
            }
        }

        var isClause = verb >= 0 && end - start > 1 && (verb == start || verb == end - 1) && lexicon.Rate(CueFrame.Quotation, text.Lemma(verb)) >= MinRate;
        return isClause && (end == limit || text.IsPunctuation(end)) ? (verb, end) : null;
    }
}
