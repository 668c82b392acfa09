using System.Collections.Immutable;
using Inquit.Attribution;
using Inquit.Text;

namespace Inquit.Meaning;

/// <summary>Finds the time expressions of a text.</summary>
internal static class TimeExpressions
{
    /// <summary>Finds them, in text order; none shares a character with another.</summary>
    /// <param name="text">The text; a weekday or month that is a part of a person's or a body's name is no time.</param>
    /// <param name="published">The day that "yesterday" is counted from, or null.</param>
    public static ImmutableArray<TimeExpression> Find(ParsedText text, DateOnly? published)
    {
        var chart = TimeGrammar.Default.Read(text.Segmentation, text.Syntax);
        var context = new TimeContext(text, published, DateOrder.Of(chart));
        var found = new List<(TokenRange Tokens, TimeValue Value)>();
        var names = new TimeNames(text);
        for (var token = 0; token < text.Count;)
        {
            token = chart.First(token) >= 0 ? Take(token) : token + 1;
        }

        return [.. found.Select((item, place) => Expression(item.Tokens, ValueOf(text, found, place)))];

        TimeExpression Expression(TokenRange tokens, TimeValue value) => new(text.Segmentation.SpanOf(tokens), value.Type, value.Text);

        int Take(int token)
        {
            foreach (var match in Candidates(chart, token))
            {
                var range = new TokenRange(match.Start, match.End);
                if (names.Contains(match))
                {
                    continue;
                }

                context.MoveTo(range);
                if (match.Rule.Yields == TimeClass.NoTime)
                {
                    return match.End;
                }

                if (match.Rule.Build(match, context) is { } value)
                {
                    if (!ReferenceEquals(value, TimeValue.Nothing))
                    {
                        found.Add((range, value));
                        if (value is { Point: { } point, IsAside: false })
                        {
                            context.Remember(point);
                        }
                    }

                    return match.End;
                }
            }

            return token + 1;
        }
    }

    /// <summary>What an expression means: "two days" before "after the election on Nov. 5" is a day, where that of the election is known.</summary>
    private static TimeValue ValueOf(ParsedText text, List<(TokenRange Tokens, TimeValue Value)> found, int place)
    {
        var (tokens, value) = found[place];
        if (value.Length is not { } length || CountedTimes.Marker(text, tokens) is not (>= 0 and var marker))
        {
            return value;
        }

        var phrase = CountedTimes.Phrase(text, marker);
        for (var i = place + 1; i < found.Count && phrase.Contains(found[i].Tokens.Start); i++)
        {
            if (CountedTimes.Away(length, found[i].Value.Point, CountedTimes.Direction(text, marker)) is { } point)
            {
                return TimeValue.Of(point);
            }
        }

        return value;
    }

    /// <summary>What the rules made at a token, the longest first; of two as long, what was made first.</summary>
    private static List<TimeMatch> Candidates(TimeChart chart, int token)
    {
        List<TimeMatch>? candidates = null;
        for (var item = chart.First(token); item >= 0; item = chart.Next(item))
        {
            if (chart[item].Match is { } match)
            {
                (candidates ??= []).Add(match);
            }
        }

        candidates?.Reverse();
        return candidates is null ? [] : candidates.Count == 1 ? candidates : [.. candidates.OrderByDescending(match => match.End)];
    }
}
