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

    private IEnumerable<ReadResult> ReadInput(string input) =>
        input == StandardInputName ? [ReadText("standard input", "stdin", () => standardInput)]
        : Directory.Exists(input) ? ReadFolder(input)
        : ReadFile(InputName.Parse(input));

    private IEnumerable<ReadResult> ReadFolder(string folder)
    {
        var isEmpty = true;
        foreach (var (path, problem) in FolderWalk.Files(folder))
        {
            var name = InputName.Parse(path);
            if (problem is null && !name.IsReadFromFolder)
            {
                continue;
            }

            isEmpty = false;
            foreach (var result in problem is null ? ReadFile(name) : [ReadResult.Failed(path, problem)])
            {
                yield return result;
            }
        }

        if (isEmpty)
        {
            yield return ReadResult.Failed(folder, "The folder holds no article. Give one with .txt, .json or .jsonl files (also packed: .gz).");
        }
    }

    private IEnumerable<ReadResult> ReadFile(InputName name) => name.Kind switch
    {
        InputKind.Text => [ReadText(name.Path, name.Document, () => InputFile.Open(name.Path))],
        InputKind.Json => JsonArticles.ReadDocument(name, options),
        InputKind.JsonLines => JsonArticles.ReadLines(name, options),
        InputKind.NotYet => [ReadResult.Failed(name.Path, "Web pages, feeds and web archives are for a later version. Save the article's text as a .txt file.")],
        _ => [ReadResult.Failed(name.Path, "The name does not say what this is. Files that can be read end in .txt, .json or .jsonl (also packed: .gz); a text of another name can be given on standard input ('-').")],
    };

    private ReadResult ReadText(string source, string document, Func<Stream> open)
    {
        try
        {
            var stream = open();
            try
            {
                var (bytes, problem) = InputFile.ReadAll(stream, options.MaxTextBytes);
                return problem is null ? Decode(source, document, bytes) : ReadResult.Failed(source, problem);
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
    }

    private static ReadResult Decode(string source, string document, ReadOnlySpan<byte> bytes)
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
