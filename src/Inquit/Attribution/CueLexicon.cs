using System.Collections.Frozen;
using System.Globalization;

namespace Inquit.Attribution;

/// <summary>
/// How often each word, in each frame, was a cue among all the times it stood in that frame: counted on PolNeAR's training
/// articles by the recipe "cues" of Inquit.Training.
/// </summary>
internal sealed class CueLexicon
{
    /// <summary>Stands for all words together, in the line that counts a frame as a whole.</summary>
    public const string Any = "*";

    /// <summary>How many sightings the frame's own rate weighs against a word's.</summary>
    private const double PriorWeight = 3;

    /// <summary>The rate of a frame that was never seen in training, and how many sightings that weighs.</summary>
    private const double UnseenFrameRate = 0.6;
    private const double UnseenFrameWeight = 10;

    private static readonly Lazy<CueLexicon> Shipped = new(ReadShipped);
    private readonly FrozenDictionary<(CueFrame Frame, string Words), CueCount> counts;
    private readonly double[] frameRates;

    /// <summary>Creates a lexicon from counts.</summary>
    public CueLexicon(IEnumerable<CueCount> counts)
    {
        this.counts = counts.ToFrozenDictionary(count => (count.Frame, count.Words));
        frameRates = new double[Enum.GetValues<CueFrame>().Length];
        Array.Fill(frameRates, UnseenFrameRate);
        foreach (var count in this.counts.Values)
        {
            if (count.Words == Any)
            {
                frameRates[(int)count.Frame] = (count.Cues + (UnseenFrameRate * UnseenFrameWeight)) / (count.Seen + UnseenFrameWeight);
            }
        }
    }

    /// <summary>
    /// How sure a proposal is, 0 to 1: its words' <see cref="Rate"/>, moved by each of its <see cref="Circumstances"/> by
    /// how much oftener or seldomer there was a cue there than the words alone let expect.
    /// </summary>
    public double Confidence(ParsedText text, Proposal proposal)
    {
        var odds = LogOdds(Rate(proposal.Frame, proposal.Words));
        foreach (var circumstance in Circumstances.Of(text, proposal))
        {
            if (counts.TryGetValue((proposal.Frame, Marked(circumstance)), out var count))
            {
                odds += SmoothedLogOdds(count.Cues, count.Seen) - SmoothedLogOdds(count.Expected, count.Seen);
            }
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
        var count = counts.GetValueOrDefault((frame, words));
        return Smooth(frame, count.Seen, count.Cues);
    }

    /// <summary>The <see cref="Rate"/> of a verb of saying: with a clause or beside a quotation, the higher of the two.</summary>
    public double SpeechRate(string verb) => Math.Max(Rate(CueFrame.Clause, verb), Rate(CueFrame.Quotation, verb));

    /// <summary>The <see cref="Rate"/> of words with these counts.</summary>
    public double Smooth(CueFrame frame, int seen, int cues) => (cues + (PriorWeight * frameRates[(int)frame])) / (seen + PriorWeight);

    /// <summary>Reads counts as <see cref="Write"/> writes them.</summary>
    /// <exception cref="FormatException">A line has not five columns, or one of them is no frame or number.</exception>
    public static IEnumerable<CueCount> Read(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            var columns = line.Split('\t');
            if (columns.Length != 5 || !Enum.TryParse<CueFrame>(columns[0], out var frame))
            {
                throw new FormatException($"'{line}' is no line of a cue lexicon: frame, words, seen, cues, expected, with tabs between.");
            }

            yield return new CueCount(
                frame,
                columns[1],
                int.Parse(columns[2], CultureInfo.InvariantCulture),
                int.Parse(columns[3], CultureInfo.InvariantCulture),
                int.Parse(columns[4], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes counts a line each: frame, words, times seen, times a cue, times expected, with tabs between; by frame, then by words.</summary>
    public static void Write(TextWriter writer, IEnumerable<CueCount> counts)
    {
        foreach (var count in counts.OrderBy(count => count.Frame).ThenBy(count => count.Words, StringComparer.Ordinal))
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{count.Frame}\t{count.Words}\t{count.Seen}\t{count.Cues}\t{count.Expected}\n"));
        }
    }

    private static double SmoothedLogOdds(double cues, double seen) => LogOdds((cues + 0.5) / (seen + 1));

    private static double LogOdds(double rate) => Math.Log(rate / (1 - rate));

    private static CueLexicon ReadShipped()
    {
        using var stream = typeof(CueLexicon).Assembly.GetManifestResourceStream("cues.tsv")
            ?? throw new InvalidOperationException("The engine was built without its cue lexicon, models/cues/cues.tsv.");
        using var reader = new StreamReader(stream);
        return new CueLexicon(Read(reader));
    }
}

/// <summary>How often words, or a circumstance, stood in a frame, and how often there was a cue.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Words">The words; a circumstance's name after "@"; or <see cref="CueLexicon.Any"/>.</param>
/// <param name="Seen">How often.</param>
/// <param name="Cues">How often there was a cue.</param>
/// <param name="Expected">For a circumstance, how many cues the words alone let expect; else the same as <paramref name="Cues"/>.</param>
internal readonly record struct CueCount(CueFrame Frame, string Words, int Seen, int Cues, int Expected);
