using System.Collections.Immutable;
using System.Globalization;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Meaning;

/// <summary>
/// Finds when statements were made: the time expression that depends on the cue or stands right after it, outside the content;
/// else the article's day, unless the cue speaks of what is still to be said. A time after the article's day is
/// that of a statement only where the cue speaks so.
/// </summary>
internal static class SaidTimes
{
    /// <summary>How far up a tree is looked.</summary>
    private const int MaxSteps = 16;

    /// <summary>How many tokens may stand between a cue or its source and a time that follows: a preposition and a determiner.</summary>
    private const int MaxGap = 2;

    /// <summary>The statements with their times.</summary>
    public static ImmutableArray<Statement> Resolve(
        ParsedText text, ImmutableArray<Statement> statements, ImmutableArray<TimeExpression> times, DateOnly? published)
    {
        var tenses = new VerbTense(text);
        var occasions = new SayingOccasions(text);
        var places = Places(text, times);
        var resolved = ImmutableArray.CreateBuilder<Statement>(statements.Length);
        foreach (var statement in statements)
        {
            resolved.Add(statement with { Said = TimeOf(statement) });
        }

        return resolved.MoveToImmutable();

        StatementTime? TimeOf(Statement statement)
        {
            var cue = statement.Cue.IsDefaultOrEmpty ? default : text.TokensOf(statement.Cue[0]);
            var isToCome = cue.Length > 0 && IsToCome(cue);
            if (cue.Length > 0 && Beside(statement, cue) is { } time && new StatementTime(time.Value, TimeBasis.Text, time.Span) is var said && (isToCome || !(said.FirstDay > published)))
            {
                return said;
            }

            return published is not { } day || isToCome ? null
                : new StatementTime(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TimeBasis.Published);
        }

        bool IsToCome(TokenRange cue)
        {
            for (var token = cue.Start; token < cue.End; token++)
            {
                if (tenses.Of(token) == Tense.Future)
                {
                    return true;
                }
            }

            return false;
        }

        TimeExpression? Beside(Statement statement, TokenRange cue)
        {
            var sentence = text.SentenceOf(cue.Start);
            var bounds = text.Segmentation.SpanOf(sentence);
            TimeExpression? best = null;
            var nearest = int.MaxValue;
            for (var i = FirstFrom(places, bounds.Start); i < places.Length && places[i].Span.Start < bounds.End; i++)
            {
                var time = places[i];
                var span = time.Span;
                if (statement.Content.Any(span.Overlaps))
                {
                    continue;
                }

                var tokens = text.TokensOf(span);
                var distance = tokens.Start >= cue.End ? tokens.Start - cue.End : cue.Start - tokens.End;
                var isBetter = best is null || (distance < nearest && (time.Value is not null || best.Value is null)) || (time.Value is not null && best.Value is null);
                if (isBetter && tokens.Length > 0 && MayDate(time, tokens, cue, statement))
                {
                    (best, nearest) = (time, distance);
                }
            }

            return best;
        }

        bool MayDate(TimeExpression time, TokenRange tokens, TokenRange cue, Statement statement) =>
            cue.Contains(tokens) || (!(CountedTimes.Marker(text, tokens) < 0 && occasions.IsBound(time, tokens)) && (DependsOn(tokens, cue, statement) || Follows(tokens, cue, statement)));

        // Up the tree through phrases, not through clauses: what was signed on Friday was not said on Friday.
        bool DependsOn(TokenRange time, TokenRange cue, Statement statement)
        {
            var token = text.HeadOf(time);
            var marker = CountedTimes.Marker(text, time);
            var anchor = marker < 0 ? -1 : CountedTimes.Anchor(text, marker); // the "election" of "two days after the election"
            if (anchor > marker && !statement.Content.Any(content => content.Contains(text.Segmentation.Tokens[anchor].Start)))
            {
                token = anchor;
            }

            var cueHead = text.HeadOf(cue);
            var marked = text.Relation(cueHead) == "case" ? text.Head(cueHead) : -1; // the "statement" of "according to a statement on Sunday"
            var isSaidBySource = marked >= 0 || text.Upos(cueHead) is not (UniversalPos.VERB or UniversalPos.AUX);
            for (var steps = 0; steps < MaxSteps; steps++)
            {
                var isClause = IsClause(text.Relation(token)) && token != anchor && !occasions.IsIssued(token) && !occasions.IsSpeaking(token);
                token = text.Head(token);
                if (token < 0)
                {
                    return false;
                }

                var isInSource = statement.Source.Any(source => source.Contains(text.Segmentation.Tokens[token].Start));
                if (cue.Contains(token) && !isClause)
                {
                    return !statement.Source.Any(source => source.Contains(text.Segmentation.Tokens[time.Start].Start));
                }

                if (token == marked || (isInSource && (isSaidBySource || occasions.IsText(token))))
                {
                    return true;
                }

                if (isClause || (isInSource && !occasions.IsIssued(token)) || !occasions.MaySay(token, time))
                {
                    return false;
                }
            }

            return false;
        }

        bool Follows(TokenRange time, TokenRange cue, Statement statement)
        {
            var end = cue.End;
            foreach (var source in statement.Source)
            {
                end = text.TokensOf(source) is { Length: > 0 } tokens && tokens.Start >= end && tokens.Start - end <= 1 ? tokens.End : end;
            }

            if (time.Start < end || time.Start - end > MaxGap)
            {
                return false;
            }

            for (var token = end; token < time.Start; token++)
            {
                if (text.Upos(token) is not (UniversalPos.ADP or UniversalPos.DET or UniversalPos.ADV) || text.Form(token) is "since" or "until" or "from" or "of")
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>What may tell when something was said: places on the calendar, and lengths counted from something, but not the date that they are counted from.</summary>
    private static ImmutableArray<TimeExpression> Places(ParsedText text, ImmutableArray<TimeExpression> times)
    {
        var places = ImmutableArray.CreateBuilder<TimeExpression>();
        var countedFrom = default(TokenRange);
        foreach (var time in times)
        {
            var tokens = text.TokensOf(time.Span);
            var marker = tokens.Length == 0 ? -1 : CountedTimes.Marker(text, tokens);
            if (marker >= 0)
            {
                countedFrom = CountedTimes.Phrase(text, marker);
                places.Add(time.Type == TimeType.Duration ? time with { Value = null } : time);
            }
            else if (IsPlace(time) && !countedFrom.Contains(tokens.Start))
            {
                places.Add(time);
            }
        }

        return places.ToImmutable();
    }

    /// <summary>Whether an expression names a place on the calendar: "now" and "recently" do not.</summary>
    private static bool IsPlace(TimeExpression time) =>
        time.Type is TimeType.Date or TimeType.Time && time.Value?.EndsWith("_REF", StringComparison.Ordinal) != true;

    private static bool IsClause(string relation) =>
        relation is "conj" or "parataxis" or "ccomp" or "xcomp" or "csubj" or "list" or "appos"
        || relation.StartsWith("acl", StringComparison.Ordinal) || relation.StartsWith("advcl", StringComparison.Ordinal);

    private static int FirstFrom(ImmutableArray<TimeExpression> times, int start)
    {
        var (low, high) = (0, times.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle].Span.Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
