using System.CommandLine;
using System.Text;
using Inquit.App.Formats;
using Inquit.Linguistics;
using Inquit.Reading;

namespace Inquit.App.Commands;

/// <summary><c>inquit parse</c>: tags, lemmas and trees, as CoNLL-U.</summary>
internal static class ParseCommand
{
    private const int SentencesAtOnce = 256;

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, Models models)
    {
        var inputs = CommonOptions.Inputs("Texts, as 'inquit read' takes them; with --conllu, CoNLL-U files (also packed: .gz) or -.");
        var conllu = new Option<bool>("--conllu") { Description = "Keep the sentences and tokens of CoNLL-U files; LEMMA, UPOS, XPOS, HEAD and DEPREL are written anew." };
        var threads = CommonOptions.Threads();
        var modelsFolder = CommonOptions.Models();
        var command = new Command("parse", "Write tags, lemmas and dependency trees as CoNLL-U.") { inputs, conllu, threads, modelsFolder };
        command.SetAction(parsed =>
        {
            var names = parsed.GetValue(inputs)!;
            var folder = parsed.GetValue(modelsFolder);
            return parsed.GetValue(conllu)
                ? ParseGiven(names, models.LoadParser(folder), terminal)
                : ReadCommand.Run(new ArticleReader(terminal.Input).Read(names), models.LoadEngine(folder), new ConlluFormat(terminal.Output), parsed.GetValue(threads), terminal);
        });
        return command;
    }

    private static int ParseGiven(IEnumerable<string> files, Func<IReadOnlyList<IReadOnlyList<string>>, Syntax> parser, Terminal terminal)
    {
        var code = ExitCode.Done;
        using var output = new StreamWriter(terminal.Output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        foreach (var file in files)
        {
            if (ParseFile(file, parser, output, terminal) is { } problem)
            {
                output.Flush();
                terminal.Error.WriteLine($"inquit: {file}: {problem}");
                code = ExitCode.SomeInputUnread;
            }
        }

        return code;
    }

    /// <summary>Parses the sentences of a file up to its end or to what is wrong with it, which is returned.</summary>
    private static string? ParseFile(string file, Func<IReadOnlyList<IReadOnlyList<string>>, Syntax> parser, StreamWriter output, Terminal terminal)
    {
        var sentences = new List<ConlluSentence>();
        string? problem = null;
        try
        {
            using var reader = new StreamReader(file == ArticleReader.StandardInputName ? terminal.Input : InputFile.Open(file), new UTF8Encoding(false, true));
            foreach (var sentence in Conllu.Read(reader))
            {
                var words = sentence.Words.Count();
                if (words > LanguageModel.LongestSentence)
                {
                    throw new FormatException($"Sentence '{sentence.Comment("sent_id")}' has {words} words; the most that a sentence may have is {LanguageModel.LongestSentence}.");
                }

                sentences.Add(sentence);
                if (sentences.Count == SentencesAtOnce)
                {
                    WriteParsed(output, sentences, parser);
                    sentences.Clear();
                }
            }
        }
        catch (Exception failure) when (failure is FormatException or IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            problem = Describe(failure);
        }

        WriteParsed(output, sentences, parser);
        return problem;
    }

    private static string Describe(Exception failure) => failure switch
    {
        FormatException => $"This is not CoNLL-U that can be parsed: {failure.Message} Mend the file; sentences before it were done.",
        DecoderFallbackException => "This is not valid UTF-8. Convert it first, for example with 'iconv -f WINDOWS-1252 -t UTF-8'.",
        _ => InputFile.Describe(failure),
    };

    private static void WriteParsed(StreamWriter output, List<ConlluSentence> sentences, Func<IReadOnlyList<IReadOnlyList<string>>, Syntax> parser)
    {
        var syntax = parser(sentences.Select(sentence => (IReadOnlyList<string>)sentence.Words.Select(word => word.Form).ToArray()).ToArray());
        var start = 0;
        foreach (var sentence in sentences)
        {
            var next = start;
            var lines = sentence.Lines.Select(line => line.IsWord ? ConlluFormat.Word(line.Columns, syntax, next++, start) : Emptied(line)).ToArray();
            Conllu.Write(output, new ConlluSentence(sentence.Comments, lines));
            start = next;
        }
    }

    /// <summary>A multiword token or an empty node: what was not predicted anew is left out.</summary>
    private static ConlluLine Emptied(ConlluLine line) => line.IsMultiword
        ? line
        : new ConlluLine([line.Columns[0], line.Form, "_", "_", "_", "_", "_", "_", "_", line.Columns[9]]);
}
