using System.Collections.Immutable;
using System.Numerics.Tensors;
using Inquit.Attribution;
using Inquit.Linguistics;

namespace Inquit.Actors;

/// <summary>
/// Weighs for whom a pronoun stands: those spoken of before it, the subject that follows an opening clause, and nobody among these.
/// A conditional logit (McFadden 1974) over what the centring and salience literature names (Lappin and Leass 1994; Mitkov 2002) and
/// what statements add: who is quoted does not call himself "he". The weights come from the recipe "pronouns" of Inquit.Training.
/// </summary>
internal sealed class Antecedents
{
    /// <summary>How many sentences back a pronoun may reach.</summary>
    private const int Reach = 8;

    /// <summary>How many of those spoken of last are weighed.</summary>
    private const int MostCandidates = 12;

    /// <summary>The least probability of the likeliest one.</summary>
    private const double LeastProbability = 0.4;

    private readonly ParsedText text;
    private readonly ArticleNames names;
    private readonly Salience salience;
    private readonly SourceHeads sources;
    private readonly Func<int, Figure?> figureAt;
    private readonly PronounWeights weights;
    private readonly Action<PronounChoice>? watch;

    /// <summary>Creates the weighing of one article.</summary>
    /// <param name="text">The article.</param>
    /// <param name="names">Its names.</param>
    /// <param name="salience">Who was spoken of so far.</param>
    /// <param name="sources">The sources of its statements.</param>
    /// <param name="figureAt">Whom a token stands for, as far as is known yet; for a name always.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="watch">Is told of each choice; for training.</param>
    public Antecedents(ParsedText text, ArticleNames names, Salience salience, SourceHeads sources, Func<int, Figure?> figureAt, PronounWeights weights, Action<PronounChoice>? watch)
    {
        this.text = text;
        this.names = names;
        this.salience = salience;
        this.sources = sources;
        this.figureAt = figureAt;
        this.weights = weights;
        this.watch = watch;
    }

    /// <summary>For whom a pronoun stands, and how likely; null where none is likely enough.</summary>
    public (Figure Figure, double Probability)? Of(int token, PronounClass pronoun)
    {
        var candidates = Candidates(token, pronoun);
        if (candidates.Count == 0)
        {
            return null;
        }

        var values = new double[candidates.Count + 1][];
        for (var i = 0; i < candidates.Count; i++)
        {
            values[i] = Values(token, candidates[i], i);
        }

        values[^1] = Nobody(token);
        watch?.Invoke(new PronounChoice(token, pronoun, [.. candidates.Select(candidate => candidate.Figure)], [.. values]));
        return Likeliest(candidates, weights.Probabilities(pronoun, values));
    }

    private static (Figure Figure, double Probability)? Likeliest(List<Candidate> candidates, double[] probabilities)
    {
        var best = TensorPrimitives.IndexOfMax<double>(probabilities);
        return best < candidates.Count && probabilities[best] >= LeastProbability ? (candidates[best].Figure, probabilities[best]) : null;
    }

    private List<Candidate> Candidates(int token, PronounClass pronoun)
    {
        var isQuoted = text.QuotationOf(token) >= 0;
        var excluded = Excluded(token);
        var ahead = pronoun.Gender == Gender.Unknown ? null : SubjectAhead(token, pronoun);
        var candidates = new List<Candidate>();
        for (var i = salience.Recent.Count - 1; i >= 0 && candidates.Count < MostCandidates; i--)
        {
            var figure = salience.Recent[i];
            var last = salience.LastOf(figure)!;
            var sighting = !isQuoted && last.Told is { } told ? told with { Count = last.Count } : last;
            var distance = salience.Distance(sighting.Token, token);
            if (pronoun.MayBe(figure) && !excluded.Contains(figure) && distance <= Reach && !IsBound(token, sighting.Token))
            {
                candidates.Add(new Candidate(figure, sighting, distance, figure == ahead));
            }
        }

        if (ahead is not null && !excluded.Contains(ahead) && !candidates.Exists(candidate => candidate.Figure == ahead))
        {
            candidates.Add(new Candidate(ahead, null, 0, true));
        }

        return candidates;
    }

    /// <summary>Who cannot be meant: those whom the pronoun, as a source, names in what it says; and who is quoted with it.</summary>
    private HashSet<Figure> Excluded(int token)
    {
        var excluded = new HashSet<Figure>();
        foreach (var content in sources.ContentOf(token))
        {
            foreach (var name in names.IndicesIn(content))
            {
                if (figureAt(names.Mentions[name].Tokens.Start) is { } named)
                {
                    excluded.Add(named);
                }
            }
        }

        if (sources.SourceOfQuoted(token) is >= 0 and var source && figureAt(source) is { } speaker)
        {
            excluded.Add(speaker);
        }

        return excluded;
    }

    /// <summary>"When she came in, Ann Lee said": a subject that follows in the sentence of a pronoun in an opening clause.</summary>
    private Figure? SubjectAhead(int token, PronounClass pronoun)
    {
        var sentence = text.SentenceOf(token);
        for (var at = token + 1; at < sentence.End; at++)
        {
            if (names.At(at) is { Type: EntityType.Person } name && name.Tokens.Start == at && text.Has(text.HeadOf(name.Tokens), "nsubj")
                && figureAt(at) is { } figure && pronoun.MayBe(figure) && text.Relation(text.Head(text.HeadOf(name.Tokens))) is "root" or "parataxis")
            {
                return figure;
            }
        }

        return null;
    }

    private double[] Nobody(int token)
    {
        var values = new double[PronounWeights.Features.Length];
        var isQuoted = text.QuotationOf(token) >= 0;
        values[(int)PronounFeature.Nobody] = 1;
        values[(int)PronounFeature.NobodyInQuotation] = isQuoted ? 1 : 0;
        values[(int)PronounFeature.NobodyWithClause] = HasClause(token) ? 1 : 0;
        values[(int)PronounFeature.NobodyAsSource] = sources.Contains(token) ? 1 : 0;
        values[(int)PronounFeature.NobodyAsSubject] = text.Has(token, "nsubj") ? 1 : 0;
        values[(int)PronounFeature.NobodyAsOwner] = text.Relation(token) == "nmod:poss" ? 1 : 0;
        return values;
    }

    private double[] Values(int token, Candidate candidate, int rank)
    {
        var values = new double[PronounWeights.Features.Length];
        var figure = candidate.Figure;
        var isSource = sources.Contains(token);
        Set(PronounFeature.Ahead, candidate.IsAhead);
        Set(PronounFeature.Named, figure.IsNamed);
        Set(PronounFeature.Organization, figure.Type == SpeakerType.Organization);
        Set(PronounFeature.State, figure.Type == SpeakerType.State);
        Set(PronounFeature.UnknownType, figure.Type == SpeakerType.Unknown);
        Set(PronounFeature.Plural, figure.IsPlural);
        Set(PronounFeature.KnownGender, figure.Gender != Gender.Unknown);
        Measure(PronounFeature.NamedOften, PronounFeature.NamedOftenToSpeak, Math.Log(1 + figure.Writings.Values.Sum()));
        if (candidate.Sighting is not { } sighting)
        {
            Set(PronounFeature.OnlyAhead, true);
            return values;
        }

        var isQuoted = text.QuotationOf(token) >= 0;
        var isSeenQuoted = text.QuotationOf(sighting.Token) >= 0;
        var sentence = text.SentenceIndexOf(token);
        var isSubject = text.Has(token, "nsubj");
        var hasSpoken = !isQuoted && salience.HasSpokenLast(figure, token);
        Set(PronounFeature.SameSentence, candidate.Distance == 0);
        Set(PronounFeature.NextSentence, candidate.Distance == 1);
        values[(int)PronounFeature.Distance] = Math.Log(1 + candidate.Distance);
        Set(PronounFeature.Latest, rank == 0);
        Measure(PronounFeature.Rank, PronounFeature.RankToSpeak, Math.Log(1 + rank));
        Measure(PronounFeature.Subject, PronounFeature.SubjectToSpeak, sighting.IsSubject ? 1 : 0);
        Measure(PronounFeature.MainSubject, PronounFeature.MainSubjectToSpeak, sighting.IsSubject && IsMain(text.Head(sighting.Token)) ? 1 : 0);
        Set(PronounFeature.SubjectOfSentence, !sighting.IsSubject && sighting.SubjectSentence == sentence);
        Set(PronounFeature.SubjectOfLastSentence, !sighting.IsSubject && sighting.SubjectSentence == sentence - 1);
        Set(PronounFeature.BothSubjects, isSubject && sighting.IsSubject);
        Set(PronounFeature.BothNoSubjects, !isSubject && !sighting.IsSubject);
        Measure(PronounFeature.SeenOften, PronounFeature.SeenOftenToSpeak, Math.Log(sighting.Count));
        Measure(PronounFeature.JustIntroduced, PronounFeature.JustIntroducedToSpeak, sighting.Count == 1 && rank == 0 && figure.Roles.Count > 0 ? 1 : 0);
        Set(PronounFeature.SpokeLast, hasSpoken && !isSource);
        Set(PronounFeature.SpokeLastToSpeak, hasSpoken && isSource);
        Set(PronounFeature.OutOfQuotation, isSeenQuoted && !isQuoted);
        Set(PronounFeature.IntoQuotation, !isSeenQuoted && isQuoted);
        Set(PronounFeature.SameQuotation, isQuoted && text.QuotationOf(token) == text.QuotationOf(sighting.Token));
        Set(PronounFeature.Modifier, text.Relation(sighting.Token) == "nmod:poss" || text.Has(sighting.Token, "compound"));
        Set(PronounFeature.Object, text.Relation(sighting.Token) is "obj" or "iobj");
        Set(PronounFeature.Pronoun, text.Upos(sighting.Token) == UniversalPos.PRON);
        Set(PronounFeature.SameParagraph, text.ParagraphOf(token) == text.ParagraphOf(sighting.Token));
        Set(PronounFeature.SubjectAbove, IsSubjectAbove(token, sighting.Token));
        return values;

        void Set(PronounFeature feature, bool isSo) => values[(int)feature] = isSo ? 1 : 0;

        void Measure(PronounFeature feature, PronounFeature toSpeak, double value)
        {
            values[(int)feature] = value;
            values[(int)toSpeak] = isSource ? value : 0;
        }
    }

    private bool IsMain(int verb) => verb >= 0 && text.Relation(verb) is "root" or "parataxis" or "conj";

    /// <summary>Whether the two stand under one verb as its subject and object, so that they are not the same; "her" before a noun may be.</summary>
    private bool IsBound(int pronoun, int other) =>
        text.Relation(pronoun) != "nmod:poss" && text.Head(pronoun) >= 0 && text.Head(pronoun) == text.Head(other) && text.Upos(other) != UniversalPos.PRON;

    /// <summary>"Lee said that she", "Lee lost her": whether one is the subject of a verb that the pronoun stands under.</summary>
    private bool IsSubjectAbove(int pronoun, int subject) =>
        text.Has(subject, "nsubj") && text.Head(subject) >= 0 && text.IsUnder(pronoun, text.Head(subject));

    /// <summary>"It is clear that", but not "it said that": whether the quality that the pronoun is the subject of has a clause of its own.</summary>
    private bool HasClause(int pronoun) =>
        text.Has(pronoun, "nsubj") && text.Head(pronoun) is >= 0 and var predicate && (text.Upos(predicate) != UniversalPos.VERB || text.Relation(pronoun) == "nsubj:pass")
        && (text.Dependent(predicate, "csubj") >= 0 || text.Dependent(predicate, "ccomp") >= 0 || text.Dependent(predicate, "advcl") >= 0);

    /// <summary>One that a pronoun may stand for.</summary>
    /// <param name="Figure">Who.</param>
    /// <param name="Sighting">Where it was spoken of last; null for one who comes in later in the sentence.</param>
    /// <param name="Distance">How many sentences back.</param>
    /// <param name="IsAhead">Whether it is the subject that follows.</param>
    private sealed record Candidate(Figure Figure, Sighting? Sighting, int Distance, bool IsAhead);
}

/// <summary>A pronoun and those for whom it may stand.</summary>
/// <param name="Token">The pronoun.</param>
/// <param name="Pronoun">What sort of pronoun.</param>
/// <param name="Figures">For whom it may stand.</param>
/// <param name="Values">For each of them its values, and last those of nobody.</param>
internal sealed record PronounChoice(int Token, PronounClass Pronoun, ImmutableArray<Figure> Figures, ImmutableArray<double[]> Values);
