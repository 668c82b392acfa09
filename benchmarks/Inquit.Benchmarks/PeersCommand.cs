using System.Globalization;

namespace Inquit.Benchmarks;

/// <summary>Our engine and a peer in turn on the same articles.</summary>
/// <param name="Machine">Where it was measured.</param>
/// <param name="Date">When.</param>
/// <param name="Peer">The peer with its version.</param>
/// <param name="Articles">Articles in a pass.</param>
/// <param name="Words">Words in a pass, as white space parts them.</param>
/// <param name="Ours">Our words a second, each run's median.</param>
/// <param name="Theirs">The peer's.</param>
/// <param name="Ratio">Ours by theirs, pair by pair.</param>
internal sealed record PeersResult(
    Machine Machine, string Date, string Peer, int Articles, int Words, Figures Ours, Figures Theirs, Figures Ratio);

/// <summary>The verb <c>peers</c>: runs ours and a peer in turn, each on one core, and writes <c>peers.md</c> and
/// <c>peers.json</c>. A machine's speed drifts; the ratio of two runs beside each other does not.</summary>
internal static class PeersCommand
{
    private const string Peer = "wink-nlp 2.4.0, wink-eng-lite-web-model 1.8.1";

    public static int Run(Options options)
    {
        var folder = Path.Combine(Options.Root, "benchmarks", "peers");
        if (!Child.Exists("node"))
        {
            Console.Error.WriteLine("Node.js is not on the PATH, so there is no peer to compare with.");
            return 0;
        }

        if (!Directory.Exists(Path.Combine(folder, "node_modules", "wink-nlp")))
        {
            Console.Error.WriteLine("The peer is not installed: run 'npm ci' in benchmarks/peers, then this again.");
            return 0;
        }

        var machine = Machine.Describe();
        string[] passes =
        [
            "--articles", options.Articles, "--passes", options.Passes.ToString(CultureInfo.InvariantCulture),
            "--warm-up", options.WarmUp.ToString(CultureInfo.InvariantCulture),
        ];
        var pairs = new List<(PassTimes Ours, PassTimes Theirs)>();
        for (var pair = 1; pair <= options.Pairs; pair++)
        {
            var ours = Child.Passes(onOneCore: true, Environment.ProcessPath!, ["words", .. passes]);
            var theirs = Child.Passes(onOneCore: true, "node", [Path.Combine(folder, "wink.mjs"), .. passes]);
            if (ours.Words != theirs.Words)
            {
                throw new InvalidOperationException($"We counted {ours.Words} words and the peer {theirs.Words}: not the same articles.");
            }

            pairs.Add((ours, theirs));
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Pair {pair}: ours {Rate(ours):N0}, peer {Rate(theirs):N0} words a second, ratio {Rate(ours) / Rate(theirs):0.000}"));
        }

        var result = new PeersResult(
            machine,
            DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Peer,
            pairs[0].Ours.Articles,
            pairs[0].Ours.Words,
            Figures.Of(pairs.Select(pair => Rate(pair.Ours))),
            Figures.Of(pairs.Select(pair => Rate(pair.Theirs))),
            Figures.Of(pairs.Select(pair => Rate(pair.Ours) / Rate(pair.Theirs))));
        Report.Write(options.Results, "peers", result, ToMarkdown(result));
        return 0;
    }

    private static double Rate(PassTimes times) => times.WordsPerSecond().Median;

    private static IEnumerable<string> ToMarkdown(PeersResult result) =>
    [
        "# Beside a peer",
        string.Empty,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Articles} articles, {result.Words:N0} words, one core each, {result.Ratio.Count} pairs in turn; {result.Date}."),
        "Median (lowest–highest) over the pairs.",
        string.Empty,
        "| | words a second |",
        "| --- | --- |",
        $"| ours: the whole road, with parser, names and statements | {result.Ours.ToText("N0")} |",
        $"| {result.Peer}: all its annotations, no parser | {result.Theirs.ToText("N0")} |",
        $"| ratio, ours by theirs | {result.Ratio.ToText("0.000")} |",
        string.Empty,
        "| machine | |",
        "| --- | --- |",
        .. result.Machine.ToRows(),
    ];
}
