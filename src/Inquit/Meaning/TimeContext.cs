using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Meaning;

/// <summary>What the value of an expression depends on besides its words: the article's day, the verb, and the times named before it.</summary>
internal sealed class TimeContext(ParsedText text, DateOnly? published, DateOrder order)
{
    private readonly VerbTense tenses = new(text);
    private readonly List<(TimePoint Point, int Token)> named = [];

    /// <summary>The article's day.</summary>
    public DateOnly? Published { get; } = published;

    /// <summary>Which of the numbers of a date is its month.</summary>
    public DateOrder DateOrder { get; } = order;

    /// <summary>The tokens of the expression.</summary>
    public TokenRange Here { get; private set; }

    /// <summary>The tense of the verb that governs the expression.</summary>
    public Tense Tense
    {
        get
        {
            if (FollowsSaying)
            {
                return Tense.Past;
            }

            var head = text.HeadOf(Here);
            var tense = tenses.Above(head);
            return Preposition(head) switch
            {
                "until" or "till" => Tense.Future,
                "by" or "through" when tense != Tense.Past => Tense.Future,
                "for" when ModifiesVerb => Tense.Future,
                "to" or "through" when tense == Tense.Past => Tense.Unknown,
                "since" => Tense.Past,
                _ when tense == Tense.Present && !ModifiesVerb => Tense.Past,
                _ => tense,
            };
        }
    }

    /// <summary>Whether the expression stands right under a verb, whose time it then is; under a noun it may be that of something else.</summary>
    public bool ModifiesVerb =>
        text.Head(text.HeadOf(Here)) is >= 0 and var verb && (text.Upos(verb) is UniversalPos.VERB or UniversalPos.AUX || tenses.Of(verb) != Tense.Unknown);

    /// <summary>Whether "after" or "before" follows and leads to what the expression is counted from.</summary>
    public bool IsCounted => CountedTimes.Marker(text, Here) >= 0;

    /// <summary>
    /// Whether it stands between a verb of saying in the past and what is said, as in "said Wednesday it would close": it is the verb's,
    /// also where the tree hangs it on the clause. A subject ("said Wednesday would be dry") is not.
    /// </summary>
    private bool FollowsSaying
    {
        get
        {
            var verb = text.Is(Here.Start - 1, "on") ? Here.Start - 2 : Here.Start - 1;
            return verb >= 0 && text.Syntax.Xpos[verb] == "VBD" && DeliveryWords.Says.Contains(text.Lemma(verb))
                && Here.End < text.Count && !text.IsPossessive(Here.End) && text.Upos(Here.End) is not (UniversalPos.AUX or UniversalPos.VERB or UniversalPos.NOUN)
                && !text.Has(text.HeadOf(Here), "nsubj");
        }
    }

    /// <summary>The place on the calendar named last; the article's day where none is.</summary>
    public TimePoint? Last => named.Count > 0 ? named[^1].Point : Now(TimeUnit.Day);

    /// <summary>Turns to the next expression.</summary>
    public void MoveTo(TokenRange tokens) => Here = tokens;

    /// <summary>Remembers what the expression meant.</summary>
    public void Remember(TimePoint point) => named.Add((point, Here.Start));

    /// <summary>The stretch of <paramref name="unit"/> that the article's day lies in.</summary>
    public TimePoint? Now(TimeUnit unit) => Published is { } day ? TimePoint.Of(day, unit) : null;

    /// <summary>The stretch of exactly this unit that was named last, at most so many tokens before.</summary>
    public TimePoint? LastNamed(TimeUnit unit, int within = int.MaxValue)
    {
        for (var i = named.Count - 1; i >= 0 && Here.Start - named[i].Token <= within; i--)
        {
            if (named[i].Point.Unit == unit)
            {
                return named[i].Point;
            }
        }

        return null;
    }

    /// <summary>Whether the text ends before this token.</summary>
    public bool IsEnd(int token) => token >= text.Count;

    public ReadOnlySpan<char> Form(int token) => token >= 0 && token < text.Count ? text.Form(token) : [];

    public UniversalPos Upos(int token) => text.Upos(token);

    public string Xpos(int token) => text.Syntax.Xpos[token];

    public string Relation(int token) => text.Relation(token);

    public int Head(int token) => text.Head(token);

    private ReadOnlySpan<char> Preposition(int token)
    {
        foreach (var dependent in text.Syntax.Dependents(token))
        {
            if (dependent < token && text.Relation(dependent) == "case")
            {
                return Form(dependent);
            }
        }

        return [];
    }

    /// <summary>
    /// Of stretches that come again every <paramref name="cycle"/>, the one that is meant: of the one that comes at or after the
    /// article's day and the one before it, by the verb's tense; null where the article's day or the tense is not known.
    /// </summary>
    /// <param name="here">The one in the article's own cycle.</param>
    /// <param name="now">The article's place, in the same unit.</param>
    /// <param name="cycle">How many of the unit until it comes again.</param>
    public TimePoint? ByTense(TimePoint here, TimePoint now, long cycle) => Tense switch
    {
        Tense.Past => here.Index <= now.Index ? here : here.Shift(-cycle),
        Tense.Future or Tense.Present => here.Index >= now.Index ? here : here.Shift(cycle),
        _ => null,
    };
}
