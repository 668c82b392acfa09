namespace Inquit.Actors;

/// <summary>How two full names of persons stand to each other.</summary>
/// <param name="Rank">The higher the closer; 0 where the given names differ, less where the family names do.</param>
/// <param name="Reason">In what they agree or differ.</param>
internal sealed record NameMatch(int Rank, string Reason)
{
    private const int ExactRank = 10;
    private const int SureRank = 5;
    private const int PartRank = 2;

    /// <summary>Whether they may be one name.</summary>
    public bool IsMatch => Rank > 0;

    /// <summary>Whether the family names agree and the given names cannot be those of one person.</summary>
    public bool Contradicts => Rank == 0;

    /// <summary>Whether given and family name are equal to the letter.</summary>
    public bool IsExact => Rank >= ExactRank;

    /// <summary>Whether each part of the one is found in the other.</summary>
    public bool IsSure => Rank >= SureRank;

    /// <summary>Whether one of them has a family name more.</summary>
    public bool IsPart => Rank == PartRank;

    /// <summary>Whether so many bear the family name that it may be two persons.</summary>
    public bool IsCommon { get; private init; }

    /// <summary>Whether the given names are two forms of one, or one an initial.</summary>
    public bool IsNickname { get; private init; }

    /// <summary>Compares two full names.</summary>
    public static NameMatch Of(PersonForm a, PersonForm b, NameScripts scripts)
    {
        if (a.All == b.All || a.Written == b.Written)
        {
            return new NameMatch(ExactRank + 1, "same name") { IsCommon = IsCommonName(a) || IsCommonName(b) };
        }

        if (AreReversed(a, b, scripts))
        {
            return new NameMatch(ExactRank, "same name in another order") { IsCommon = FamilyNames.IsCommon(a.Family) || FamilyNames.IsCommon(b.Family) };
        }

        if (!FamiliesAgree(a, b, scripts, out var family))
        {
            if (!SharePart(a, b))
            {
                return new NameMatch(-1, "family names differ");
            }

            family = FamilyMatch.Part;
        }

        var given = Given(a, b, scripts);
        if (given.Rank <= 0)
        {
            return given;
        }

        var rank = family == FamilyMatch.Part ? Math.Min(given.Rank, PartRank) : family == FamilyMatch.Romanized ? Math.Min(given.Rank, 6) : given.Rank;
        var reason = family == FamilyMatch.Romanized ? "transliteration" : family == FamilyMatch.Part ? "one of two family names" : given.Reason;
        return given with { Rank = rank, Reason = reason, IsCommon = (FamilyNames.IsCommon(a.Family) || FamilyNames.IsCommon(b.Family)) && family != FamilyMatch.Romanized };
    }

    /// <summary>Whether two family names are one, and how.</summary>
    public static bool FamiliesAgree(PersonForm a, PersonForm b, NameScripts scripts, out FamilyMatch match)
    {
        match = a.Family == b.Family || ((a.HasTwin || b.HasTwin) && NameLetters.Folded(a.Family) == NameLetters.Folded(b.Family)) ? FamilyMatch.Equal
            : Romanization.AreOne(a.FamilySounding, b.FamilySounding, scripts) ? FamilyMatch.Romanized
            : FamilyMatch.None;
        return match != FamilyMatch.None;
    }

    /// <summary>Whether two given names are forms of one.</summary>
    public static bool GivenFormsAgree(string a, string b) => NameLetters.Plain(a) == NameLetters.Plain(b) || GivenNames.Default.AreForms(a, b) || Writings(a).Any(own => Writings(b).Any(other => GivenNames.Default.AreForms(own, other)));

    /// <summary>A given name without accents, and with i for y, which the list of names has for some.</summary>
    public static string[] Writings(string name) => NameLetters.WithoutAccents(name) is var plain && plain.Contains('y', StringComparison.Ordinal) ? [plain, plain.Replace('y', 'i')] : [plain];

    private static NameMatch Given(PersonForm a, PersonForm b, NameScripts scripts)
    {
        var (joinedA, joinedB) = (string.Concat(a.GivenPlain), string.Concat(b.GivenPlain));
        if (joinedA == joinedB)
        {
            return new NameMatch(ExactRank, "same name");
        }

        if (GivenFormsAgree(string.Join(' ', a.Given), string.Join(' ', b.Given)) || Romanization.AreOne(joinedA, joinedB, scripts))
        {
            return new NameMatch(7, "forms of the given name") { IsNickname = true };
        }

        if (a.IsFamilyFirst || b.IsFamilyFirst)
        {
            return new NameMatch(0, "given names differ");
        }

        var first = First(a.Given[0], b.Given[0], scripts);
        if (first is null && ((a.Nickname is not null && First(a.Nickname, b.Given[0], scripts) is not null) || (b.Nickname is not null && First(a.Given[0], b.Nickname, scripts) is not null)))
        {
            first = new NameMatch(7, "nickname") { IsNickname = true };
        }

        if (first is null)
        {
            return LeavesOut(a, b, scripts) || LeavesOut(b, a, scripts) ? new NameMatch(4, "first name left out") : new NameMatch(0, "given names differ");
        }

        var (middlesA, middlesB) = (a.Given[1..], b.Given[1..]);
        if (middlesA.Length == 0 || middlesB.Length == 0)
        {
            return first.Rank >= ExactRank && middlesA.Length + middlesB.Length > 0 ? first with { Reason = "same name, a middle name left out" } : first;
        }

        return MiddlesAgree(middlesA, middlesB, scripts) ? first : new NameMatch(0, "middle names differ");
    }

    private static NameMatch? First(string a, string b, NameScripts scripts) =>
        NameLetters.Plain(a) == NameLetters.Plain(b) ? new NameMatch(IsInitial(a) ? 3 : ExactRank, "same name")
        : IsInitial(a) || IsInitial(b) ? NameLetters.Plain(a)[..1] == NameLetters.Plain(b)[..1] ? new NameMatch(3, "initial of the given name") { IsNickname = true } : null
        : GivenFormsAgree(a, b) ? new NameMatch(7, "forms of the given name") { IsNickname = true }
        : Romanization.AreOne(NameLetters.Plain(a), NameLetters.Plain(b), scripts) ? new NameMatch(6, "transliteration")
        : null;

    /// <summary>Initials one after the other; names in order, some left out.</summary>
    private static bool MiddlesAgree(IReadOnlyList<string> a, IReadOnlyList<string> b, NameScripts scripts)
    {
        var (shorter, longer) = a.Count <= b.Count ? (a, b) : (b, a);
        if (Enumerable.Range(0, shorter.Count).All(i => First(shorter[i], longer[i], scripts) is not null))
        {
            return true;
        }

        var next = 0;
        foreach (var name in longer)
        {
            if (next < shorter.Count && !IsInitial(name) && !IsInitial(shorter[next]) && First(shorter[next], name, scripts) is not null)
            {
                next++;
            }
        }

        return next == shorter.Count;
    }

    /// <summary>Whether the names of one stand in the other after its first: Hosni Mubarak, Mohammed Hosni Mubarak.</summary>
    private static bool LeavesOut(PersonForm shorter, PersonForm longer, NameScripts scripts)
    {
        if (shorter.Given.Length >= longer.Given.Length || IsInitial(shorter.Given[0]))
        {
            return false;
        }

        var rest = longer.Given[1..];
        return Enumerable.Range(0, rest.Length - shorter.Given.Length + 1)
            .Any(start => Enumerable.Range(0, shorter.Given.Length).All(i => !IsInitial(rest[start + i]) && First(shorter.Given[i], rest[start + i], scripts) is { Rank: > 5 }));
    }

    /// <summary>Whether a hyphenated family name holds the other, or one has a second family name: García, García Márquez.</summary>
    private static bool SharePart(PersonForm a, PersonForm b) =>
        a.FamilyParts.Length != b.FamilyParts.Length ? a.FamilyParts.Contains(b.Family) || b.FamilyParts.Contains(a.Family)
        : (a.GivenPlain.Length > 1 && a.GivenPlain[^1] == b.Family && !a.IsFamilyFirst) || (b.GivenPlain.Length > 1 && b.GivenPlain[^1] == a.Family && !b.IsFamilyFirst);

    /// <summary>Whether the words are the same and the order is the one of another language: Viktor Orbán, Orbán Viktor.</summary>
    private static bool AreReversed(PersonForm a, PersonForm b, NameScripts scripts)
    {
        if (a.IsFamilyFirst != b.IsFamilyFirst && string.Concat(a.GivenPlain) == string.Concat(b.GivenPlain) && a.Family == b.Family)
        {
            return true;
        }

        var (ga, gb) = (string.Concat(a.GivenPlain), string.Concat(b.GivenPlain));
        return ga == b.Family && gb == a.Family && (a.IsFamilyFirst || b.IsFamilyFirst || GivenNames.Default.Contains(a.Given[0]) != GivenNames.Default.Contains(b.Given[0]) || scripts != NameScripts.None);
    }

    /// <summary>Whether it is one given name with a family name that many bear.</summary>
    private static bool IsCommonName(PersonForm form) => FamilyNames.IsCommon(form.Family) && form.GivenPlain.Count(given => given.Length > 1) < 2;

    /// <summary>Whether the word is one letter, or several with points.</summary>
    public static bool IsInitial(string word) => word.TrimEnd('.').Length == 1 || (word.Length > 2 && word[1] == '.');
}

/// <summary>How two family names agree.</summary>
internal enum FamilyMatch
{
    None,
    Equal,
    Romanized,
    Part,
}
