using Inquit.Attribution;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>Keeps in mind who was spoken of, where and how, and who spoke last.</summary>
internal sealed class Salience
{
    /// <summary>How many of those spoken of are kept in mind.</summary>
    private const int MostRemembered = 64;

    private readonly ParsedText text;
    private readonly ArticleNames names;
    private readonly List<Figure> recent = [];
    private readonly Dictionary<Figure, Sighting> last = [];

    private readonly SourceHeads sources;

    /// <summary>For each sentence, how many before it are told by the article itself and do not lie in a quotation.</summary>
    private readonly int[] narrated;

    /// <summary>In which sentence somebody spoke last.</summary>
    private int lastSpoken;

    /// <summary>Creates the memory of an article.</summary>
    public Salience(ParsedText text, ArticleNames names, SourceHeads sources)
    {
        this.text = text;
        this.names = names;
        this.sources = sources;
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
        if (sources.Contains(token))
        {
            (LastSpeaker, lastSpoken) = (figure, text.SentenceIndexOf(token));
        }
    }

    /// <summary>Whether this one made the last statement, not more than a sentence before the token.</summary>
    public bool HasSpokenLast(Figure figure, int token) => LastSpeaker == figure && narrated[text.SentenceIndexOf(token)] - narrated[lastSpoken] <= 1;

    /// <summary>How many sentences lie between two tokens; to a token outside quotations, those that are told by the article itself.</summary>
    public int Distance(int from, int to)
    {
        var (first, last) = (text.SentenceIndexOf(from), text.SentenceIndexOf(to));
        return text.QuotationOf(to) >= 0 ? last - first : narrated[last] - narrated[first];
    }

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

}

/// <summary>Where a figure was spoken of last.</summary>
/// <param name="Token">The head.</param>
/// <param name="IsSubject">Whether as a subject.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Count">How often so far.</param>
/// <param name="SubjectSentence">The last sentence of which it was a subject, or -1.</param>
/// <param name="Told">The last time outside quotations, where this time is inside one.</param>
internal sealed record Sighting(int Token, bool IsSubject, int Sentence, int Count, int SubjectSentence, Sighting? Told);
