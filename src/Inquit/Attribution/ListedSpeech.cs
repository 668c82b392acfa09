using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>Lists of what one source says: a line that ends in a verb of saying and a colon, then lines with bullets or numbers.</summary>
internal static class ListedSpeech
{
    /// <summary>How often a verb with a clause or a quotation must be a cue.</summary>
    private const double MinRate = 0.6;

    private const double Sureness = 0.9;

    /// <summary>Adds the lists of a text.</summary>
    public static void Propose(ParsedText text, CueLexicon lexicon, List<Proposal> proposals)
    {
        var paragraphs = text.Segmentation.Paragraphs;
        for (var lead = 0; lead + 1 < paragraphs.Length; lead++)
        {
            var colon = paragraphs[lead].Tokens.End - 1;
            var verb = colon - 1;
            if (verb < paragraphs[lead].Tokens.Start || !text.Is(colon, ":") || text.Upos(verb) != UniversalPos.VERB
                || lexicon.SpeechRate(text.Lemma(verb)) < MinRate)
            {
                continue;
            }

            var items = new List<TokenRange>();
            var last = lead;
            while (last + 1 < paragraphs.Length && ItemOf(text, paragraphs[last + 1].Tokens) is { } item)
            {
                last++;
                items.Add(Turns.WithoutFullStop(text, item));
            }

            items.RemoveAll(item => item.Length == 0);
            if (items.Count > 1)
            {
                var cue = new TokenRange(CueSpans.VerbGroup(text, verb).Start, colon + 1);
                var subject = Sources.SubjectOf(text, verb);
                TokenRange? source = subject >= 0 ? Sources.Phrase(text, subject, cue) : null;
                proposals.Add(new Proposal(CueFrame.List, text.Lemma(verb), verb, cue, source, subject, items) { Confidence = Sureness });
                lead = last;
            }
        }
    }

    /// <summary>What stands after a bullet or a number at the start of a line, or null.</summary>
    private static TokenRange? ItemOf(ParsedText text, TokenRange line)
    {
        if (line.Length < 2)
        {
            return null;
        }

        var form = text.Form(line.Start);
        if (text.IsDash(line.Start) || form is "•" or "·" or "*" or "‣" or "▪" or "◦" or "●")
        {
            return new TokenRange(line.Start + 1, line.End);
        }

        var isNumber = form.TrimEnd('.').Length is > 0 and <= 2 && !form.TrimEnd('.').ContainsAnyExceptInRange('0', '9');
        var isLetter = form.Length == 1 && char.IsAsciiLetter(form[0]);
        return isNumber && form.EndsWith(".") ? new TokenRange(line.Start + 1, line.End)
            : (isNumber || isLetter) && line.Length > 2 && text.Form(line.Start + 1) is ")" or "." ? new TokenRange(line.Start + 2, line.End)
            : null;
    }
}
