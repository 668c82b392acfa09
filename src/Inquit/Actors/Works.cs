using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>Says who made a work that speaks for its maker: "a Bloomberg poll", "his website", and then "the poll".</summary>
/// <param name="text">The article.</param>
/// <param name="names">Its names.</param>
/// <param name="figureOf">For each name, whom it names.</param>
/// <param name="referenceAt">For each token so far, whom it stands for.</param>
/// <param name="salience">Who was spoken of so far.</param>
internal sealed class Works(ParsedText text, ArticleNames names, Figure?[] figureOf, Reference?[] referenceAt, Salience salience)
{
    /// <summary>The makers of works, by the noun: "the poll" after "a Bloomberg poll".</summary>
    private readonly Dictionary<string, Figure> makers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Works that stand before anybody who made one is named: "Poll: …".</summary>
    private readonly List<Work> unmade = [];

    /// <summary>Who made a work: named in its phrase ("a Bloomberg poll", "a report by the office"), its owner ("his website"), or the maker of the last such work.</summary>
    public Reference? MakerOf(int token, string noun, bool isIndefinite)
    {
        var extent = text.Extent(token);
        var reach = new TokenRange(Math.Max(extent.Start, token - 10), Math.Min(Math.Max(extent.End, token + 1), token + 14));
        Figure? maker = null;
        for (var at = reach.Start; at < token && maker is null; at++)
        {
            if (names.At(at) is { Type: EntityType.Organization or EntityType.Person or EntityType.Other } && figureOf[names.IndexAt(at)] is { } before)
            {
                maker = before;
            }
            else if (text.Relation(at) == "nmod:poss" && referenceAt[at] is { Figure.Type: SpeakerType.Person or SpeakerType.Organization } owner)
            {
                maker = owner.Figure;
            }
        }

        for (var at = token + 1; at < reach.End && maker is null; at++)
        {
            if (text.Word(at) is "by" or "from" or "in")
            {
                for (var next = at + 1; next < Math.Min(reach.End, at + 8) && maker is null; next++)
                {
                    maker = names.At(next) is { Type: EntityType.Organization or EntityType.Person } && !text.IsPunctuation(next) ? figureOf[names.IndexAt(next)] : null;
                    if (text.Upos(next) is UniversalPos.ADP or UniversalPos.VERB)
                    {
                        break;
                    }
                }
            }
        }

        if (maker is not null)
        {
            for (var i = unmade.Count - 1; i >= 0 && text.SentenceIndexOf(token) - text.SentenceIndexOf(unmade[i].Token) <= Descriptions.LooseReach; i--)
            {
                if (unmade[i].Noun == noun)
                {
                    referenceAt[unmade[i].Token] = new Reference(maker, SpeakerResolution.Description);
                }
            }

            makers[noun] = maker;
            return new Reference(maker, SpeakerResolution.Name);
        }

        if (isIndefinite)
        {
            return null;
        }

        if (makers.TryGetValue(noun, out var known) || (noun == "statement" && (known = salience.LastSpeaker) is { IsNamed: true })
            || (noun is "data" or "figures" or "statistics" && (known = salience.LastSpeaker) is { IsNamed: true, Type: SpeakerType.Organization }))
        {
            return new Reference(known, SpeakerResolution.Description);
        }

        unmade.Add(new Work(token, noun));
        return null;
    }

    private sealed record Work(int Token, string Noun);
}
