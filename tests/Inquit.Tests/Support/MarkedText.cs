using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Inquit.Actors;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Tests;

/// <summary>
/// An analysis written as text: <c>{source:The mayor} {cue:said} {content:it rained}</c> is one statement, a number after
/// the role (<c>{cue2:…}</c>) belongs to another, and a role used again is a further span of it.
/// </summary>
internal static partial class MarkedText
{
    public static Analysis Parse(string marked, Func<Article, Article>? describe = null, Func<Statement, Statement>? refine = null)
    {
        var text = new StringBuilder();
        var open = new Stack<(string Role, int Statement, int Start)>();
        var spans = new SortedDictionary<(int Statement, string Role), List<TextSpan>>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (Opening().Match(marked, i) is { Success: true } mark)
            {
                open.Push((mark.Groups[1].Value, mark.Groups[2].Length > 0 ? int.Parse(mark.Groups[2].Value) : 1, text.Length));
                i += mark.Length - 1;
            }
            else if (marked[i] == '}' && open.TryPop(out var role))
            {
                var key = (role.Statement, role.Role);
                (spans.TryGetValue(key, out var known) ? known : spans[key] = []).Add(new TextSpan(role.Start, text.Length));
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        var statements = spans.Keys.Select(key => key.Statement).Distinct().Select((number, index) => new Statement
        {
            Index = index,
            Kind = StatementKind.Indirect,
            Source = Spans(number, "source"),
            Cue = Spans(number, "cue"),
            Content = Spans(number, "content"),
            Addressee = Spans(number, "addressee"),
            Confidence = 0.75,
        });
        var article = new Article(text.ToString()) { Document = "test" };
        return Analyze(describe?.Invoke(article) ?? article, statements.Select(statement => refine?.Invoke(statement) ?? statement));

        ImmutableArray<TextSpan> Spans(int number, string role) =>
            spans.TryGetValue((number, role), out var found) ? found.Order().ToImmutableArray() : [];
    }

    /// <summary>An analysis of one paragraph and one sentence, in which each token hangs on the first.</summary>
    public static Analysis Analyze(Article article, IEnumerable<Statement>? statements = null, IEnumerable<NamedEntity>? entities = null)
    {
        var tokens = Token().Matches(article.Text).Select(token => new TextSpan(token.Index, token.Index + token.Length)).ToImmutableArray();
        var all = new TokenRange(0, tokens.Length);
        var segmentation = new Segmentation(
            article.Text,
            tokens,
            tokens.IsEmpty ? [] : [all],
            tokens.IsEmpty ? [] : [new Paragraph(new TextSpan(tokens[0].Start, tokens[^1].End), ParagraphKind.Body, all, (0, 1))],
            []);
        var syntax = new Syntax(
            [.. tokens.Select(_ => UniversalPos.NOUN)],
            [.. tokens.Select(_ => "NN")],
            [.. tokens.Select(token => token.Of(article.Text).ToString().ToLowerInvariant())],
            [.. tokens.Select((_, index) => index == 0 ? -1 : 0)],
            [.. tokens.Select((_, index) => index == 0 ? "root" : "dep")]);
        return new Analysis(article, segmentation, syntax, [.. entities ?? []], [.. statements ?? []], []);
    }

    [GeneratedRegex(@"\G\{(source|cue|content|addressee)([0-9]*):")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\w+|[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\w\s]")]
    private static partial Regex Token();
}
