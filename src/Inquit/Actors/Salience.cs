using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>
/// Keeps in mind who was spoken of, where and how, and weighs for whom a pronoun stands. The weights are set by hand, by what the
/// centring and salience literature agrees on (Lappin and Leass 1994; Mitkov 2002): nearness, subjects before others, those spoken
/// of often, gender and number.
/// </summary>
internal sealed class Salience
{
    /// <summary>How many sentences back a pronoun may reach.</summary>
    private const int PronounReach = 8;

    /// <summary>How many of those spoken of are kept in mind.</summary>
    private const int MostRemembered = 64;

    /// <summary>How many of those spoken of last are weighed for a pronoun.</summary>
    private const int MostCandidates = 12;

    private readonly ParsedText text;
    private readonly ArticleNames names;
    private readonly List<Figure> recent = [];
    private readonly Dictionary<Figure, Sighting> last = [];

    /// <summary>The heads of the sources of statements that are in no other.</summary>
    private readonly HashSet<int> sourceHeads;

    /// <summary>For each sentence, how many before it are told by the article itself and do not lie in a quotation.</summary>
    private readonly int[] narrated;

    /// <summary>In which sentence somebody spoke last.</summary>
    private int lastSpoken;

    /// <summary>Creates the memory of an article whose statements have these heads of sources.</summary>
    public Salience(ParsedText text, ArticleNames names, HashSet<int> sourceHeads)
    {
        this.text = text;
        this.names = names;
        this.sourceHeads = sourceHeads;
        narrated = Narrated(text);
    }

    /// <summary>Those spoken of, the last one last.</summary>
    public IReadOnlyList<Figure> Recent => recent;

    /// <summary>Who spoke last; null for nobody yet.</summary>
    public Figure? LastSpeaker { get; private set; }

    /// <summary>Where a figure was spoken of last; null for one who was not yet.</summary>
    public Sighting? LastOf(Figure figure) => last.GetValueOrDefault(figure);

    /// <summary>A figure is spoken of, at this head.</summary>
    /// <param name="figure">Who.</param>
    /// <param name="head">The token that the mention hangs by.</param>
    /// <param name="mention">The mention's tokens; empty where it has none of its own.</param>
    public void See(Figure figure, int head, TokenRange mention)
    {
        if (mention.Length > 0 && (figure.Mentions.Count == 0 || names.IndexAt(mention.Start) < 0))
        {
            figure.Mentions.Add(mention);
        }

        recent.Remove(figure);
        recent.Add(figure);
        if (recent.Count > MostRemembered)
        {
            recent.RemoveAt(0);
        }

        var count = last.TryGetValue(figure, out var before) ? before.Count + 1 : 1;
        var isSubject = text.Has(head, "nsubj");
        var sentence = text.SentenceIndexOf(head);
        var told = text.QuotationOf(head) < 0 ? null : before is null ? null : before.Told ?? (text.QuotationOf(before.Token) < 0 ? before : null);
        last[figure] = new Sighting(head, isSubject, sentence, count, isSubject ? sentence : before?.SubjectSentence ?? -1, told);
    }

    /// <summary>If the token is the head of a statement's source, this figure is the one who spoke last.</summary>
    public void Hear(Figure figure, int token)
    {
        if (sourceHeads.Contains(token))
        {
            (LastSpeaker, lastSpoken) = (figure, text.SentenceIndexOf(token));
        }
    }

    /// <summary>The figure for which a pronoun stands most likely, of those who may be meant.</summary>
    /// <param name="token">The pronoun.</param>
    /// <param name="mayBe">Who may be meant.</param>
    /// <param name="gender">The gender that the pronoun tells.</param>
    public Weighed Weigh(int token, Predicate<Figure> mayBe, Gender gender)
    {
        var sentence = text.SentenceIndexOf(token);
        var isQuoted = text.QuotationOf(token) >= 0;
        var candidates = new List<Candidate>();
        for (var i = recent.Count - 1; i >= 0 && candidates.Count < MostCandidates; i--)
        {
            var figure = recent[i];
            var sighting = !isQuoted && last[figure].Told is { } told ? told with { Count = last[figure].Count } : last[figure];
            if (mayBe(figure) && narrated[sentence] - narrated[sighting.Sentence] <= PronounReach && !IsBound(token, sighting.Token))
            {
                candidates.Add(new Candidate(figure, sighting));
            }
        }

        var latest = candidates.Count == 0 ? -1 : candidates.Max(candidate => text.QuotationOf(candidate.Sighting.Token) >= 0 && !isQuoted ? -1 : candidate.Sighting.Token);
        var (best, bestScore, secondScore) = ((Figure?)null, double.NegativeInfinity, double.NegativeInfinity);
        foreach (var (figure, sighting) in candidates)
        {
            var score = Score(token, figure, sighting, sentence, isQuoted, gender);
            score += sighting.Token == latest && sighting.Count == 1 && figure.Roles.Count > 0 ? 1.2 : 0; // just introduced, with who they are
            if (score > bestScore)
            {
                (best, bestScore, secondScore) = (figure, score, bestScore);
            }
            else if (score > secondScore)
            {
                secondScore = score;
            }
        }

        return new Weighed(best, bestScore, bestScore - secondScore);
    }

    private double Score(int token, Figure figure, Sighting sighting, int sentence, bool isQuoted, Gender gender)
    {
        var distance = isQuoted ? sentence - sighting.Sentence : narrated[sentence] - narrated[sighting.Sentence];
        var score = distance switch { 0 => 0.0, 1 => -0.5, 2 => -1.4, 3 => -2.0, _ => -2.5 - (0.2 * distance) };
        score += sighting.IsSubject ? text.Relation(Math.Max(0, text.Head(sighting.Token))) is "root" or "parataxis" or "conj" ? 1.0 : 0.7 : sighting.SubjectSentence == sentence ? 0.6 : sighting.SubjectSentence == sentence - 1 ? 0.5 : 0;
        score += Math.Min(0.9, 0.35 * Math.Log(sighting.Count));
        score += figure.IsNamed ? 0.4 : 0;
        score += LastSpeaker == figure && narrated[sentence] - narrated[lastSpoken] <= 1 && !isQuoted ? sourceHeads.Contains(token) ? 1.3 : 0.4 : 0;
        score += gender != Gender.Unknown && figure.Gender == gender ? 0.8 : 0;
        score -= text.QuotationOf(sighting.Token) >= 0 && !isQuoted ? 1.2 : 0;
        score -= figure.Type == SpeakerType.Unknown ? 0.3 : 0;
        score += text.Relation(sighting.Token) == "nmod:poss" || text.Has(sighting.Token, "compound") ? -0.5 : 0;
        return score;
    }

    /// <summary>Whether the two stand under one verb as its subject and object, so that they are not the same; "her" before a noun may be.</summary>
    private bool IsBound(int pronoun, int other) =>
        text.Relation(pronoun) != "nmod:poss" && text.Head(pronoun) >= 0 && text.Head(pronoun) == text.Head(other) && text.Upos(other) != UniversalPos.PRON;

    private static int[] Narrated(ParsedText text)
    {
        var narrated = new int[text.Segmentation.Sentences.Length];
        for (var sentence = 0; sentence + 1 < narrated.Length; sentence++)
        {
            var tokens = text.Segmentation.Sentences[sentence];
            var isTold = false;
            for (var token = tokens.Start; token < tokens.End && !isTold; token++)
            {
                isTold = text.QuotationOf(token) < 0 && !text.IsPunctuation(token);
            }

            narrated[sentence + 1] = narrated[sentence] + (isTold ? 1 : 0);
        }

        return narrated;
    }

    private sealed record Candidate(Figure Figure, Sighting Sighting);
}

/// <summary>The figure that fits a pronoun best.</summary>
/// <param name="Figure">Who; null where nobody fits.</param>
/// <param name="Score">How well.</param>
/// <param name="Lead">How much better than the next one.</param>
internal readonly record struct Weighed(Figure? Figure, double Score, double Lead);

/// <summary>Where a figure was spoken of last.</summary>
/// <param name="Token">The head.</param>
/// <param name="IsSubject">Whether as a subject.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Count">How often so far.</param>
/// <param name="SubjectSentence">The last sentence of which it was a subject, or -1.</param>
/// <param name="Told">The last time outside quotations, where this time is inside one.</param>
internal sealed record Sighting(int Token, bool IsSubject, int Sentence, int Count, int SubjectSentence, Sighting? Told);
