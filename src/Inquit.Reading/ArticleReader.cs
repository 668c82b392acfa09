using Inquit.Reading.Pages;

namespace Inquit.Reading;

/// <summary>
/// Reads articles from files, folders and standard input, one after another: an input is opened when its turn comes, so
/// that a folder of any size can be read. An input that cannot be read comes as a <see cref="ReadResult"/> with its problem,
/// and the next one follows.
/// </summary>
public sealed class ArticleReader
{
    /// <summary>The name under which standard input is given.</summary>
    public const string StandardInputName = "-";

    private readonly ReadingOptions options;
    private readonly Stream standardInput;

    /// <summary>Creates a reader.</summary>
    /// <param name="standardInput">What <c>-</c> stands for; a text. It is not closed.</param>
    /// <param name="options">Limits; null for the usual ones.</param>
    public ArticleReader(Stream standardInput, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(standardInput);
        this.standardInput = standardInput;
        this.options = options ?? ReadingOptions.Default;
    }

    /// <summary>The articles of <paramref name="inputs"/>, in their order; the files of a folder in ordinal order of their names.</summary>
    public IEnumerable<ReadResult> Read(IEnumerable<string> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.SelectMany(ReadInput);
    }

    /// <summary>The HTML pages of <paramref name="inputs"/>, in their order, each to be read by a call from any thread: every file given, whatever
    /// its name, the pages of a folder, and <c>-</c> for a page on standard input.</summary>
    public IEnumerable<Func<ReadResult>> Pages(IEnumerable<string> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.SelectMany(PagesOf);
    }

    private IEnumerable<Func<ReadResult>> PagesOf(string input)
    {
        if (input == StandardInputName)
        {
            return [() => ReadPage("standard input", "stdin", () => standardInput)];
        }

        return Directory.Exists(input)
            ? FolderFiles(input, name => name.Kind == InputKind.Page, "The folder holds no page. Give one with .html files (also packed: .gz).")
                .Select(file => (Func<ReadResult>)(() => file.Problem is null ? ReadPage(file.Name) : ReadResult.Failed(file.Name.Path, file.Problem)))
            : [() => ReadPage(InputName.Parse(input))];
    }

    private IEnumerable<ReadResult> ReadInput(string input) =>
        input == StandardInputName ? [ReadText("standard input", "stdin", () => standardInput)]
        : Directory.Exists(input) ? ReadFolder(input)
        : ReadFile(InputName.Parse(input));

    private IEnumerable<ReadResult> ReadFolder(string folder) =>
        FolderFiles(folder, _ => true, "The folder holds no article. Give one with .txt, .html, .json or .jsonl files (also packed: .gz).")
            .SelectMany(file => file.Problem is null ? ReadFile(file.Name) : [ReadResult.Failed(file.Name.Path, file.Problem)]);

    /// <summary>The files of a folder that are read, and what is wrong with others; a problem of the folder itself where there is none.</summary>
    private static IEnumerable<(InputName Name, string? Problem)> FolderFiles(string folder, Func<InputName, bool> isWanted, string ifNone)
    {
        var isEmpty = true;
        foreach (var (path, problem) in FolderWalk.Files(folder))
        {
            var name = InputName.Parse(path);
            if (problem is not null || (name.IsReadFromFolder && isWanted(name)))
            {
                isEmpty = false;
                yield return (name, problem);
            }
        }

        if (isEmpty)
        {
            yield return (InputName.Parse(folder), ifNone);
        }
    }

    private IEnumerable<ReadResult> ReadFile(InputName name) => name.Kind switch
    {
        InputKind.Text => [ReadText(name.Path, name.Document, () => InputFile.Open(name.Path))],
        InputKind.Json => JsonArticles.ReadDocument(name, options),
        InputKind.JsonLines => JsonArticles.ReadLines(name, options),
        InputKind.Page => [ReadPage(name)],
        InputKind.NotYet => [ReadResult.Failed(name.Path, "Feeds, web archives and addresses are for a later version. Save the article's page as an .html file.")],
        _ => [ReadResult.Failed(name.Path, "The name does not say what this is. Files that can be read end in .txt, .html, .json or .jsonl (also packed: .gz); a text of another name can be given on standard input ('-').")],
    };

    private ReadResult ReadText(string source, string document, Func<Stream> open) =>
        ReadBytes(source, open, options.MaxTextBytes, InputFile.TooLarge(options.MaxTextBytes), bytes => Decode(source, document, bytes));

    private ReadResult ReadPage(InputName name) => ReadPage(name.Path, name.Document, () => InputFile.Open(name.Path));

    private ReadResult ReadPage(string source, string document, Func<Stream> open) =>
        ReadBytes(source, open, options.MaxPageBytes, PageReader.TooLarge(options.MaxPageBytes), bytes => DecodePage(source, document, bytes));

    private ReadResult ReadBytes(string source, Func<Stream> open, int limit, string tooLarge, Func<byte[], ReadResult> decode)
    {
        byte[]? bytes;
        try
        {
            var stream = open();
            try
            {
                (bytes, _) = InputFile.ReadAll(stream, limit);
            }
            finally
            {
                if (stream != standardInput)
                {
                    stream.Dispose();
                }
            }
        }
        catch (Exception failure) when (InputFile.IsExpected(failure))
        {
            return ReadResult.Failed(source, InputFile.Describe(failure));
        }

        return bytes is null ? ReadResult.Failed(source, tooLarge) : decode(bytes);
    }

    private ReadResult DecodePage(string source, string document, byte[] bytes)
    {
        var (page, problem) = PageReader.Read(bytes, source, options.LatestDay);
        return page is null ? ReadResult.Failed(source, problem!)
            : page.Article.Text.Length > options.MaxTextBytes ? ReadResult.Failed(source, InputFile.TooLarge(options.MaxTextBytes))
            : ReadResult.Of(source, page.Article with { Document = document }) with { PublishedFrom = page.PublishedFrom };
    }

    private static ReadResult Decode(string source, string document, byte[] bytes)
    {
        var (text, problem) = TextDecoding.Decode(bytes);
        if (text is null)
        {
            return ReadResult.Failed(source, problem!);
        }

        var (day, bodyStart) = Dateline.Find(text);
        return ReadResult.Of(source, new Article(text) { Document = document, Published = day, BodyStart = bodyStart });
    }
}
