using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>
/// Words in capitals with which paragraphs begin before a colon: names, as transcripts write them ("WALLACE: …"), or headings
/// ("UPDATE: …"). They are names where the article or the tables have one of them, or one begins two paragraphs.
/// </summary>
internal static class TranscriptLabels
{
    /// <summary>Words before a colon that say what follows, and not who speaks.</summary>
    private static readonly HashSet<string> Headings = new(StringComparer.OrdinalIgnoreCase)
    {
        "note", "notes", "update", "updates", "updated", "fact", "facts", "myth", "breaking", "watch", "read", "listen", "photo", "photos", "video", "exclusive", "analysis", "opinion", "live", "related", "correction", "warning", "summary",
        "subject", "date", "time", "source", "sources", "credit", "verdict", "claim", "rating", "tip", "headline", "more", "alert", "bottom", "editor", "editorial", "file", "from", "when", "where", "what", "who", "why", "how", "score", "result",
        "results", "answer", "question", "background", "context", "quote", "disclaimer", "clarification", "sponsored", "advertisement", "poll", "review", "recap", "report", "news", "flashback", "trending", "developing",
    };

    /// <summary>The tokens of an article's labels: those that name a speaker, and those that say what follows.</summary>
    /// <param name="text">The article.</param>
    /// <param name="typeAt">The type of the name that holds a token, or null.</param>
    /// <param name="mentions">The names found so far.</param>
    public static (List<int> Names, List<int> Headings) Find(ParsedText text, Func<int, EntityType?> typeAt, IEnumerable<EntityMention> mentions)
    {
        var labels = text.Segmentation.Paragraphs.Select(paragraph => LabelOf(text, paragraph.Tokens)).Where(token => token >= 0 && typeAt(token) != EntityType.Organization).ToLookup(token => Headings.Contains(text.Word(token)));
        var names = labels[false].ToList();
        return (names.Count > 0 && AreNames(text, names, mentions) ? names : [], [.. labels[true]]);
    }

    private static bool AreNames(ParsedText text, List<int> labels, IEnumerable<EntityMention> mentions)
    {
        var turns = labels.CountBy(text.Word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var known = mentions.Where(mention => mention.Type == EntityType.Person).SelectMany(mention => Enumerable.Range(mention.Tokens.Start, mention.Tokens.Length))
            .Except(labels).Select(text.Word).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return turns.Any(turn => turn.Value > 1 || known.Contains(turn.Key) || FamilyNames.IsCommon(NameLetters.Plain(turn.Key)) || GivenNames.Default.Contains(turn.Key));
    }

    /// <summary>The word in capitals that a paragraph begins with before a colon, or -1.</summary>
    private static int LabelOf(ParsedText text, TokenRange paragraph)
    {
        var start = paragraph.Start;
        start += start + 3 < paragraph.End && text.Form(start) is "\"" or "“" or "‘" or "'" or "``" ? 1 : 0;
        return paragraph.Length > 2 && text.Form(start + 1) is ":" && text.Word(start) is { Length: > 2 } label && label.All(char.IsUpper) ? start : -1;
    }
}
