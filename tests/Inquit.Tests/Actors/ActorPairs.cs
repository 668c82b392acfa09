using Inquit.Actors;

namespace Inquit.Tests.Actors;

/// <summary>The hand-made pairs of profiles, <c>Sets/actor-pairs-*.tsv</c>.</summary>
internal static class ActorPairs
{
    /// <summary>The pairs of one half, and whether each is one actor.</summary>
    public static IEnumerable<(ActorProfile A, ActorProfile B, bool IsSame)> Read(string half) =>
        File.ReadLines(Repository.PathOf($"tests/Inquit.Tests/Sets/actor-pairs-{half}.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Select(cells => (Profile(cells[..6]), Profile(cells[6..12]), cells[12] == "same"));

    private static ActorProfile Profile(string[] cells) =>
        new(cells[0], Enum.TryParse<SpeakerType>(cells[2], ignoreCase: true, out var type) ? type : SpeakerType.Unknown, OrNull(cells[3]), OrNull(cells[4]), OrNull(cells[5]))
        {
            OtherNames = [.. cells[1].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        };

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;
}
