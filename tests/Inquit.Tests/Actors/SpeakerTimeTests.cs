using System.Diagnostics;
using Inquit.Actors;
using Inquit.Attribution;
using Inquit.Linguistics;
using Xunit;

namespace Inquit.Tests.Actors;

/// <summary>
/// The time to find the speakers grows with the article and not with its square, whatever is named how often. The bound is some ten
/// times what each text takes; with time in the square of the length each would take several times the bound.
/// </summary>
public class SpeakerTimeTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(3);

    public static TheoryData<string> Kinds => ["one family name", "one given name", "a title", "one office", "one role again", "one full name but for the middle", "one body"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Speakers_take_time_by_length(string kind)
    {
        var analysis = TrainedEngine.Load()(new Article(TextOf(kind)));
        var text = new ParsedText(analysis.Segmentation, analysis.Syntax, [.. analysis.Entities.Select(entity => new EntityMention(entity.Tokens, entity.Type))]);
        var clock = Stopwatch.StartNew();
        var found = SpeakerResolver.Resolve(analysis.Article, text, Discourse.Read(text, analysis.Statements), analysis.Statements);
        Assert.True(clock.Elapsed < Bound, $"{clock.Elapsed.TotalSeconds:0.0} s for {text.Count} tokens.");
        Assert.Equal(analysis.Statements.Length, found.Length);
    }

    private static string TextOf(string kind) => string.Join(' ', Enumerable.Range(0, 8000).Select(i => kind switch
    {
        "one family name" => $"{Name(i)} {Name((7 * i) + 1)} Smith said so.",
        "one given name" => "Sergei Lavrov spoke. Sergei left.",
        "a title" => "Sergei Lavrov spoke. Mr. Lavrov left.",
        "one office" => i % 2 == 0 ? $"Foreign Minister {Name(i)} {Name((3 * i) + 5)} said no." : "The foreign minister left.",
        "one role again" => "Foreign Minister Sergei Lavrov said no.",
        "one full name but for the middle" => $"John {Name(i)} Smith said no.",
        _ => "Velmora Foods said no.",
    }));

    /// <summary>A name of four syllables, another one for each number.</summary>
    private static string Name(int number)
    {
        const string Consonants = "bdfgklmnprstvz";
        const string Vowels = "aeiou";
        var name = string.Empty;
        for (var syllable = 0; syllable < 4; syllable++)
        {
            name += $"{Consonants[number % Consonants.Length]}{Vowels[number / Consonants.Length % Vowels.Length]}";
            number /= Consonants.Length * Vowels.Length;
        }

        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
