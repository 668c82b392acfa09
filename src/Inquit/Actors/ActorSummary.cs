namespace Inquit.Actors;

/// <summary>Makes one profile of several of one actor.</summary>
internal static class ActorSummary
{
    private const int MostNames = 24;
    private const int MostRoles = 8;

    /// <summary>The profile that holds what all of them say.</summary>
    public static ActorProfile Of(IReadOnlyList<ActorProfile> profiles)
    {
        if (profiles.Count == 1)
        {
            return profiles[0];
        }

        var type = profiles.Select(profile => profile.Type).FirstOrDefault(type => type != SpeakerType.Unknown);
        var country = Commonest(profiles.Select(profile => profile.Country).OfType<string>());
        var names = profiles.SelectMany(profile => profile.Names).Where(name => !string.IsNullOrWhiteSpace(name)).ToArray();
        var name = BestName(names, type, country) ?? profiles[0].Name;
        return new ActorProfile(name, type, Joined(profiles.Select(profile => profile.Role)), Joined(profiles.Select(profile => profile.Affiliation)), country)
        {
            OtherNames = [.. names.Where(other => other != name).Distinct(StringComparer.Ordinal).Take(MostNames).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>A person's name with given and family name before one word; then the one most used; then the one that came first.</summary>
    private static string? BestName(string[] names, SpeakerType type, string? country)
    {
        if (type == SpeakerType.State && names.Select(name => Gazetteer.Default.Find(name)).FirstOrDefault(entry => entry is { Kind: GazetteerKind.State }) is { } state)
        {
            return state.Name;
        }

        return names.GroupBy(name => name, StringComparer.Ordinal)
            .OrderByDescending(group => type == SpeakerType.Person ? Fullness(group.Key, country) : BodyForm.Read(group.Key, country).Abbreviation is null ? 1 : 0)
            .ThenByDescending(group => group.Count())
            .FirstOrDefault()?.Key;
    }

    private static int Fullness(string name, string? country) => PersonForm.Parse(name, country) switch
    {
        { IsFull: true, Titles.Length: 0 } form when !form.GivenPlain.All(given => given.Length == 1) => 2,
        { IsFull: true } => 1,
        _ => 0,
    };

    /// <summary>The different ones, the last of them if there are many.</summary>
    private static string? Joined(IEnumerable<string?> parts)
    {
        var all = parts.OfType<string>().SelectMany(part => part.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        return all.Length == 0 ? null : string.Join("; ", all.TakeLast(MostRoles));
    }

    private static string? Commonest(IEnumerable<string> countries) =>
        countries.GroupBy(country => country, StringComparer.Ordinal).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key;
}
