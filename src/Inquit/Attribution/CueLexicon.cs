using System.Collections.Frozen;
using System.Globalization;

namespace Inquit.Attribution;

/// <summary>
/// How often each word, in each frame, was a cue among all the times it stood in that frame: counted on PolNeAR's training
/// articles by the recipe "cues" of Inquit.Training.
/// </summary>
internal sealed class CueLexicon
{
    /// <summary>How many sightings the frame's own rate weighs against a word's.</summary>
    private const double PriorWeight = 3;

    /// <summary>The rate of a frame that was never seen in training, and how many sightings that weighs.</summary>
    private const double UnseenFrameRate = 0.6;
    private const double UnseenFrameWeight = 10;

    /// <summary>How much a circumstance counts: less than all of it, as they do depend on each other.</summary>
    private static readonly double CircumstanceWeight = double.Parse(Environment.GetEnvironmentVariable("CW") ?? "0.7", CultureInfo.InvariantCulture);

    private static readonly Lazy<CueLexicon> Shipped = new(ReadShipped);
    private readonly FrozenDictionary<(CueFrame Frame, string Words), (int Seen, int Cues)> counts;
    private readonly double[] frameRates;

    /// <summary>Creates a lexicon from counts.</summary>
    public CueLexicon(IEnumerable<CueCount> counts)
    {
        this.counts = counts.ToFrozenDictionary(count => (count.Frame, count.Words), count => (count.Seen, count.Cues));
        frameRates = new double[Enum.GetValues<CueFrame>().Length];
        Array.Fill(frameRates, UnseenFrameRate);
        foreach (var frame in this.counts.Where(count => count.Key.Words[0] != '@').GroupBy(count => count.Key.Frame))
        {
            var (seen, cues) = (frame.Sum(count => count.Value.Seen), frame.Sum(count => count.Value.Cues));
            frameRates[(int)frame.Key] = (cues + (UnseenFrameRate * UnseenFrameWeight)) / (seen + UnseenFrameWeight);
        }
    }

    /// <summary>
    /// How sure a proposal is, 0 to 1: its words' <see cref="Rate"/>, made likelier or less likely by each of its
    /// <see cref="Circumstances"/> as if these did not depend on each other (naive Bayes).
    /// </summary>
    public double Confidence(ParsedText text, Proposal proposal)
    {
        var prior = LogOdds(frameRates[(int)proposal.Frame]);
        var odds = LogOdds(Rate(proposal.Frame, proposal.Words));
        foreach (var circumstance in Circumstances.Of(text, proposal))
        {
            odds += CircumstanceWeight * (LogOdds(Rate(proposal.Frame, Marked(circumstance))) - prior);
        }

        return 1 / (1 + Math.Exp(-odds));
    }

    /// <summary>The name under which a circumstance is counted, apart from words.</summary>
    public static string Marked(string circumstance) => "@" + circumstance;

    /// <summary>The lexicon that the engine is built with.</summary>
    public static CueLexicon Default => Shipped.Value;

    /// <summary>
    /// The share of cases in which <paramref name="words"/> in this frame attribute something, drawn towards the frame's
    /// share where the words are rare; 0 to 1.
    /// </summary>
    public double Rate(CueFrame frame, string words)
    {
        var prior = frameRates[(int)frame];
        var (seen, cues) = counts.GetValueOrDefault((frame, words));
        return (cues + (PriorWeight * prior)) / (seen + PriorWeight);
    }

    /// <summary>Reads counts as <see cref="Write"/> writes them.</summary>
    /// <exception cref="FormatException">A line has not four columns, or one of them is no frame or number.</exception>
    public static IEnumerable<CueCount> Read(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            var columns = line.Split('\t');
            if (columns.Length != 4 || !Enum.TryParse<CueFrame>(columns[0], out var frame))
            {
                throw new FormatException($"'{line}' is no line of a cue lexicon: frame, words, seen, cues, with tabs between.");
            }

            yield return new CueCount(
                frame, columns[1], int.Parse(columns[2], CultureInfo.InvariantCulture), int.Parse(columns[3], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes counts a line each: frame, words, times seen, times a cue, with tabs between; by frame, then by words.</summary>
    public static void Write(TextWriter writer, IEnumerable<CueCount> counts)
    {
        foreach (var count in counts.OrderBy(count => count.Frame).ThenBy(count => count.Words, StringComparer.Ordinal))
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{count.Frame}\t{count.Words}\t{count.Seen}\t{count.Cues}\n"));
        }
    }

    private static double LogOdds(double rate) => Math.Log(rate / (1 - rate));

    private static CueLexicon ReadShipped()
    {
        using var stream = typeof(CueLexicon).Assembly.GetManifestResourceStream("cues.tsv")
            ?? throw new InvalidOperationException("The engine was built without its cue lexicon, models/cues/cues.tsv.");
        using var reader = new StreamReader(stream);
        return new CueLexicon(Read(reader));
    }
}

/// <summary>How often words stood in a frame, and how often they were a cue there.</summary>
internal readonly record struct CueCount(CueFrame Frame, string Words, int Seen, int Cues);
