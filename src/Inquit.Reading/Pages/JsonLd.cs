using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Inquit.Reading.Pages;

/// <summary>
/// What a page says of its article in JSON-LD (schema.org), for machines. Broken JSON is mended where that is plain (line feeds in
/// strings, commas too many), else passed over; so is what is nested deeper than 64 levels.
/// </summary>
internal sealed partial class JsonLd
{
    private const int MaxObjects = 1_000;
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Properties that lead on to the article; what others hold (comments, related items, parts) is something else.</summary>
    private static readonly string[] Leading = ["@graph", "mainEntity", "mainEntityOfPage"];

    private readonly JsonElement? article;
    private readonly JsonElement? page;

    private JsonLd(JsonElement? article, JsonElement? page)
    {
        this.article = article;
        this.page = page;
    }

    /// <summary>Reads a page's JSON-LD. Of several articles it is the one whose headline is the page's, else the first.</summary>
    /// <param name="document">The page.</param>
    /// <param name="isHeadline">Whether a headline is the page's.</param>
    public static JsonLd Read(IDocument document, Func<string, bool> isHeadline)
    {
        var articles = new List<JsonElement>();
        JsonElement? page = null;
        var left = MaxObjects;
        foreach (var script in document.QuerySelectorAll("script[type*='ld+json' i]"))
        {
            if (Parse(script.TextContent) is { } root)
            {
                foreach (var found in Objects(root))
                {
                    if (--left < 0)
                    {
                        break;
                    }

                    if (HasType(found, type => ArticleType().IsMatch(type)))
                    {
                        articles.Add(found);
                    }
                    else if (page is null && HasType(found, type => type.EndsWith("WebPage", StringComparison.Ordinal)))
                    {
                        page = found;
                    }
                }
            }
        }

        var best = articles.FindIndex(one => Text(one, "headline") is { } headline && isHeadline(headline));
        return new JsonLd(articles.Count == 0 ? null : articles[Math.Max(best, 0)], page);
    }

    /// <summary>The article's headline.</summary>
    public string? Headline => Text(article, "headline") ?? Text(article, "name");

    /// <summary>When the article was published, as written.</summary>
    public string? Published => Text(article, "datePublished");

    /// <summary>When the page was published, where nothing is said of an article.</summary>
    public string? PagePublished => Text(page, "datePublished");

    /// <summary>The publisher's name.</summary>
    public string? Publisher => Names(article, "publisher").Concat(Names(page, "publisher")).FirstOrDefault();

    /// <summary>The language.</summary>
    public string? Language => Text(article, "inLanguage") ?? Text(page, "inLanguage");

    /// <summary>The address.</summary>
    public string? Url => Text(article, "url") ?? Text(article, "mainEntityOfPage") ?? Text(article, "mainEntityOfPage", "@id");

    /// <summary>The names of its writers.</summary>
    public IEnumerable<string> Authors => Names(article, "author") is { Count: > 0 } authors ? authors : Names(article, "creator");

    private static IEnumerable<JsonElement> Objects(JsonElement root)
    {
        var open = new Stack<JsonElement>([root]);
        while (open.TryPop(out var element))
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray().Reverse())
                {
                    open.Push(item);
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                yield return element;
                foreach (var name in Leading)
                {
                    if (element.TryGetProperty(name, out var inner))
                    {
                        open.Push(inner);
                    }
                }
            }
        }
    }

    private static bool HasType(JsonElement element, Func<string, bool> isWanted) =>
        element.TryGetProperty("@type", out var type)
        && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(AsText) : [AsText(type)]).Any(name => name is not null && isWanted(name));

    private static List<string> Names(JsonElement? element, string property)
    {
        var names = new List<string>();
        if (element is { ValueKind: JsonValueKind.Object } owner && owner.TryGetProperty(property, out var value))
        {
            foreach (var one in value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value })
            {
                if ((one.ValueKind == JsonValueKind.Object ? NameOf(one) : AsText(one)) is { } name)
                {
                    names.Add(name);
                }
            }
        }

        return names;
    }

    private static string? NameOf(JsonElement one) =>
        one.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.Array
            ? string.Join(", ", name.EnumerateArray().Select(AsText).Where(text => text is not null))
            : Text(one, "name");

    private static string? Text(JsonElement? element, string property, string? inner = null) =>
        element is { ValueKind: JsonValueKind.Object } owner && owner.TryGetProperty(property, out var value)
            ? inner is null ? AsText(value) : Text(value, inner)
            : null;

    /// <summary>A string without the markup that some pages write into it; null for what is none or empty.</summary>
    private static string? AsText(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
        {
            value = value[0];
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return PlainText.Of(value.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return null; // a surrogate without its partner
        }
    }

    private static JsonElement? Parse(string json)
    {
        try
        {
            return JsonElement.Parse(json, Options);
        }
        catch (JsonException)
        {
            try
            {
                return JsonElement.Parse(Mend(json), Options);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    private static string Mend(string written)
    {
        var json = written.Replace("<![CDATA[", string.Empty, StringComparison.Ordinal).Replace("]]>", string.Empty, StringComparison.Ordinal);
        var start = json.AsSpan().IndexOfAny('{', '[');
        var end = json.AsSpan().LastIndexOfAny('}', ']');
        if (start < 0 || end < start)
        {
            return json;
        }

        var mended = new StringBuilder(end - start + 1);
        foreach (var unit in json.AsSpan(start, end - start + 1))
        {
            mended.Append(char.IsControl(unit) ? ' ' : unit);
        }

        return mended.ToString();
    }

    [GeneratedRegex(@"(Article|BlogPosting|^Report|^Review|SocialMediaPosting|DiscussionForumPosting)$", RegexOptions.NonBacktracking)]
    private static partial Regex ArticleType();
}
