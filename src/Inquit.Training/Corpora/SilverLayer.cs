using System.Collections.Immutable;
using System.Globalization;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Training.Corpora;

/// <summary>A token as Stanford CoreNLP saw it.</summary>
/// <param name="Span">Where it stands in the article, in UTF-16 code units.</param>
/// <param name="Lemma">Dictionary form.</param>
/// <param name="Xpos">Penn Treebank tag.</param>
/// <param name="Ner">Name class: PERSON, ORGANIZATION, LOCATION, MISC, a class of numbers and times, or O.</param>
/// <param name="Head">Index of the head in the sentence; -1 for a root or none.</param>
/// <param name="Relation">Stanford Dependencies / UD v1 relation to the head ("nmod", "dobj", "nsubjpass").</param>
public sealed record SilverToken(TextSpan Span, string Lemma, string Xpos, string Ner, int Head, string Relation);

/// <summary>An article with CoreNLP's automatic analysis.</summary>
/// <param name="Name">The article's name in PolNeAR.</param>
/// <param name="Text">Its text.</param>
/// <param name="Sentences">Its sentences, as CoreNLP split them; they may cross line breaks.</param>
public sealed record SilverArticle(string Name, string Text, ImmutableArray<ImmutableArray<SilverToken>> Sentences)
{
    /// <summary>
    /// The names: maximal runs of one name class in a sentence. A run of MISC is a <see cref="EntityType.Group"/> where its
    /// last word is an adjective or the plural of a name ("Russian", "Republicans"), and <see cref="EntityType.Other"/> elsewhere.
    /// </summary>
    public IEnumerable<(TextSpan Span, EntityType Type)> Names()
    {
        foreach (var sentence in Sentences)
        {
            for (var start = 0; start < sentence.Length;)
            {
                var end = start + 1;
                while (end < sentence.Length && sentence[end].Ner == sentence[start].Ner)
                {
                    end++;
                }

                if (TypeOf(sentence[start].Ner, sentence[end - 1].Xpos) is { } type)
                {
                    yield return (new TextSpan(sentence[start].Span.Start, sentence[end - 1].Span.End), type);
                }

                start = end;
            }
        }
    }

    private static EntityType? TypeOf(string ner, string lastXpos) => ner switch
    {
        "PERSON" => EntityType.Person,
        "ORGANIZATION" => EntityType.Organization,
        "LOCATION" => EntityType.Place,
        "MISC" => lastXpos is "JJ" or "NNPS" or "NNS" ? EntityType.Group : EntityType.Other,
        _ => null,
    };
}

/// <summary>
/// Reads the automatic CoreNLP layer of PolNeAR (Newell, Margolin and Ruths 2018): tags, lemmas, names, trees and
/// coreference of each article. Silver, not gold: a teacher with faults.
/// </summary>
public static class SilverLayer
{
    private const int Columns = 10;

    /// <summary>Reads the articles of one split one after the other.</summary>
    /// <param name="layer">The gzipped layer (<c>polnear-corenlp/train.conll.gz</c>).</param>
    /// <param name="textFolder">The folder with the articles' texts, <c>NAME.txt</c> (<c>polnear/train</c>).</param>
    /// <exception cref="FormatException">A line has not ten columns, or stands before the first article.</exception>
    public static IEnumerable<SilverArticle> Read(string layer, string textFolder)
    {
        using var reader = CorpusFile.OpenText(layer);
        string? name = null;
        var text = string.Empty;
        var units = new CodePointMap(text);
        var sentences = ImmutableArray.CreateBuilder<ImmutableArray<SilverToken>>();
        var sentence = ImmutableArray.CreateBuilder<SilverToken>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                if (name is not null)
                {
                    yield return new SilverArticle(name, text, sentences.DrainToImmutable());
                }

                name = line["# newdoc id = ".Length..].Trim();
                text = File.ReadAllText(Path.Combine(textFolder, name + ".txt"));
                units = new CodePointMap(text);
            }
            else if (line.Length == 0)
            {
                if (sentence.Count > 0)
                {
                    sentences.Add(sentence.DrainToImmutable());
                }
            }
            else if (line[0] != '#' || line.Contains('\t', StringComparison.Ordinal))
            {
                var columns = line.Split('\t');
                if (columns.Length != Columns || name is null)
                {
                    throw new FormatException($"'{layer}' has a line that is no token of an article: '{line}'.");
                }

                sentence.Add(new SilverToken(
                    new TextSpan(units.ToCodeUnits(Number(columns[4])), units.ToCodeUnits(Number(columns[5]))),
                    columns[2], columns[3], columns[6], Number(columns[7]) - 1, columns[8]));
            }
        }

        if (sentence.Count > 0)
        {
            sentences.Add(sentence.DrainToImmutable());
        }

        if (name is not null)
        {
            yield return new SilverArticle(name, text, sentences.DrainToImmutable());
        }
    }

    private static int Number(string column) => int.Parse(column, NumberStyles.None, CultureInfo.InvariantCulture);
}
