using Inquit.Actors;
using Inquit.Attribution;
using Inquit.Learning;
using Inquit.Linguistics;
using Inquit.Meaning;
using Inquit.Text;

namespace Inquit;

/// <summary>
/// The road from an article to its statements. Holds the models and nothing else: it reads no file, clock or network,
/// and the same article gives the same analysis on any number of threads.
/// </summary>
public sealed class Engine
{
    private readonly Segmenter segmenter;
    private readonly LanguageModel language;
    private readonly StatementFinder statements;

    /// <summary>Creates an engine from its parts.</summary>
    public Engine(Segmenter segmenter, LanguageModel language, StatementFinder statements)
    {
        this.segmenter = segmenter;
        this.language = language;
        this.statements = statements;
    }

    /// <summary>Creates an engine from its models' files.</summary>
    /// <exception cref="ModelFormatException">A part of a file is missing or does not fit.</exception>
    public Engine(ModelFile segmenter, ModelFile language, ModelFile lemmatizer, ModelFile roles)
    {
        // Side by side, since this is most of the time that a program takes to its first article.
        var finder = Task.Run(() => new StatementFinder(roles));
        var cutter = Task.Run(() => new Segmenter(segmenter));
        var facts = Task.Run(() => (GivenNames.Default, Gazetteer.Default, TimeGrammar.Default));
        this.language = new LanguageModel(language, lemmatizer);
        this.segmenter = cutter.GetAwaiter().GetResult();
        statements = finder.GetAwaiter().GetResult();
        _ = facts.GetAwaiter().GetResult();
        if (statements.StateWidth != this.language.StateWidth)
        {
            throw new ModelFormatException($"The role model was learned with a language model whose states have {statements.StateWidth} values; this one's have {this.language.StateWidth}. Use models that were made together.");
        }
    }

    /// <summary>Finds the statements of <paramref name="article"/>.</summary>
    public Analysis Read(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var segmentation = segmenter.Segment(article.Text, article.BodyStart);
        var parsed = language.Analyze(segmentation);
        var text = new ParsedText(segmentation, parsed.Syntax, parsed.Entities);
        var found = statements.Find(text, parsed.States);
        var discourse = Discourse.Read(text, found);
        var spoken = SpeakerResolver.Resolve(article, text, discourse, found);
        var times = TimeExpressions.Find(text, article.Published);
        var dated = SaidTimes.Resolve(text, spoken, times, article.Published);
        return new Analysis(article, segmentation, parsed.Syntax, discourse.NamedEntities(), dated, times);
    }
}
