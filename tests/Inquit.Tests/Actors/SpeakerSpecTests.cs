using Inquit.Actors;
using Inquit.App.Formats;
using Inquit.Tests.Attribution;
using Xunit;

namespace Inquit.Tests.Actors;

/// <summary>
/// The cases of <c>Specs/Speakers</c>: a text, a line of dashes, and a line for each statement by its cue, with name, type, role,
/// affiliation, country and how it was found; "-" for not known, "*" for not looked at. They were written without sight of the program.
/// </summary>
public class SpeakerSpecTests
{
    private const string Folder = "tests/Inquit.Tests/Specs/Speakers";
    private const string Rule = "\n---\n";

    public static TheoryData<string, string> Cases(bool isGap)
    {
        var data = new TheoryData<string, string>();
        foreach (var item in MarkedCase.In(Folder).Where(item => item.IsGap == isGap))
        {
            data.Add($"{item.File}: {item.Heading}", item.Marked);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases), false, DisableDiscoveryEnumeration = true)]
    public void Speakers_are_as_marked(string place, string marked) => Assert.True(Faults(marked) is "", $"{place}\n{Faults(marked)}");

    [Theory]
    [MemberData(nameof(Cases), true, DisableDiscoveryEnumeration = true)]
    public void Gaps_are_still_gaps(string place, string marked) => Assert.True(Faults(marked) is not "", $"{place}: this is found now. Take the word gap off its fence.");

    /// <summary>The lines that do not hold, each with what was found.</summary>
    private static string Faults(string marked)
    {
        var parts = marked.Split(Rule);
        var statements = TrainedEngine.Load()(new Article(parts[0])).Statements;
        var faults = new List<string>();
        var after = 0;
        foreach (var line in parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split('|').Select(cell => cell.Trim()).ToArray();
            var cue = parts[0].IndexOf(cells[0], after, StringComparison.Ordinal);
            Assert.True(cue >= 0, $"'{cells[0]}' does not stand in: {parts[0]}");
            after = cue + cells[0].Length;
            var statement = statements.FirstOrDefault(found => found.Cue.Any(span => span.Start < after && span.End > cue));
            var found = statement is null ? null : Row(statement.Speaker);
            if (found is null || cells.Skip(1).Where((cell, i) => cell != "*" && !cell.Equals(found[i], StringComparison.Ordinal)).Any())
            {
                faults.Add($"{line}\n   found: {(found is null ? "nothing" : string.Join(" | ", found))}");
            }
        }

        return string.Join('\n', faults);
    }

    /// <summary>A speaker as the specs write it; one who is known by a description only has no name there.</summary>
    private static string[] Row(Speaker speaker) =>
    [
        speaker.ResolvedBy == SpeakerResolution.None ? "-" : speaker.Name ?? "-",
        JsonNames.Of(speaker.Type) ?? "-", speaker.Role ?? "-", speaker.Affiliation ?? "-", speaker.Country ?? "-", JsonNames.Of(speaker.ResolvedBy) ?? "-",
    ];
}
