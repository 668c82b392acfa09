using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>A clause of saying thrown into, or hung on to, what is said: "Prices, he said, did not spike"; "…, as X noted".</summary>
internal static class Incises
{
    /// <summary>Adds what <paramref name="verb"/> attributes if its own clause is such an incise.</summary>
    public static void Propose(ParsedText text, int verb, List<Proposal> proposals)
    {
        var said = text.Head(verb);
        var isIncise = text.Relation(verb) is "parataxis" or "dep"
            || (text.Relation(verb) == "advcl" && text.MarkerOf(verb) < 0 && text.Syntax.Xpos[verb] is "VBD" or "VBZ" or "VBP" && IsBetweenCommas(text, verb));
        var isAs = text.Relation(verb) == "advcl" && text.MarkerOf(verb) is >= 0 and var marker && text.Is(marker, "as");
        if (said < 0 || !(isIncise || isAs) || text.Dependent(verb, "nsubj") is not (>= 0 and var subject) || SaysItself(text, verb))
        {
            return;
        }

        var cue = CueSpans.VerbGroup(text, verb);
        var source = Sources.Phrase(text, subject, cue);
        var incise = text.Extent(verb);
        var whole = text.Extent(said);
        var parts = incise.Start == whole.Start || incise.Contains(said) ? [new TokenRange(incise.End, Math.Max(incise.End, whole.End))] : (TokenRange[])[whole];
        var content = ContentShaper.Shape(text, parts, [incise, cue, source], verb);
        if (content.Count > 0)
        {
            proposals.Add(new Proposal(isAs ? CueFrame.As : CueFrame.Incise, text.Lemma(verb), verb, cue, source, subject, content));
        }
    }

    /// <summary>Whether the clause holds what is said itself, and so only stands beside another: "he left; she said that …".</summary>
    private static bool SaysItself(ParsedText text, int verb) =>
        text.Dependent(verb, "ccomp") >= 0 || text.Dependent(verb, "xcomp") >= 0 || (text.Dependent(verb, "obj") >= 0 && text.Lemma(verb) != "tell");

    private static bool IsBetweenCommas(ParsedText text, int verb)
    {
        var extent = text.Extent(verb);
        return text.Is(extent.Start - 1, ",") && text.Is(extent.End, ",");
    }
}
