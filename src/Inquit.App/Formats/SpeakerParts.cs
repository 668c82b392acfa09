using System.Collections.Immutable;
using Inquit.Actors;

namespace Inquit.App.Formats;

/// <summary>Those who make a statement, one by one.</summary>
internal static class SpeakerParts
{
    /// <summary>The speakers of a joint source; of any other, the speaker.</summary>
    public static ImmutableArray<Speaker> Parts(this Speaker speaker) => speaker.Members.IsEmpty ? [speaker] : speaker.Members;

    /// <summary>The names of those who could be named.</summary>
    public static IReadOnlyList<string> NamesOfNamed(this Speaker speaker) =>
        [.. speaker.Parts().Where(one => one is { Name: not null, ResolvedBy: not SpeakerResolution.None }).Select(one => one.Name!)];
}
