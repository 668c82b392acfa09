namespace Inquit.Actors;

/// <summary>Whether two profiles are of one person: names first, then what they are, whom they speak for and where.</summary>
internal static class PersonIdentity
{
    /// <summary>The reason where a family name alone agrees and nothing else decides.</summary>
    public const string FamilyAlone = "family name alone";

    public static IdentityVerdict Compare(PreparedActor a, PreparedActor b)
    {
        if (a.Persons.Length == 0 || b.Persons.Length == 0)
        {
            return IdentityVerdict.Unsure(0.5, "no name of a person");
        }

        var scripts = ScriptsOf(a.Country, b.Country);
        var fulls = (A: a.Persons.Where(form => form.IsFull).ToArray(), B: b.Persons.Where(form => form.IsFull).ToArray());
        return fulls is { A.Length: > 0, B.Length: > 0 } ? Full(fulls.A, fulls.B, a, b, scripts) : Short(a, b, scripts);
    }

    private static IdentityVerdict Full(PersonForm[] formsOfA, PersonForm[] formsOfB, PreparedActor a, PreparedActor b, NameScripts scripts)
    {
        var pairs = formsOfA.SelectMany(own => formsOfB.Select(other => (Own: own, Other: other, Match: NameMatch.Of(own, other, scripts)))).ToArray();
        var best = pairs.Select(pair => pair.Match).OrderByDescending(match => match.Rank).ThenBy(match => match.IsCommon).ThenBy(match => match.IsNickname).ThenBy(match => match.Reason, StringComparer.Ordinal).First();
        if (!best.IsMatch)
        {
            return IdentityVerdict.Different(0.9, best.Reason);
        }

        if ((SuffixOf(a.Persons), SuffixOf(b.Persons)) is var (suffixOfA, suffixOfB) && suffixOfA is not null && suffixOfB is not null && suffixOfA != suffixOfB)
        {
            return IdentityVerdict.Different(0.95, "suffixes differ");
        }

        var contradictions = pairs.Where(pair => pair.Match.Contradicts && !BearsBoth(formsOfA, pair.Own, pair.Other, scripts) && !BearsBoth(formsOfB, pair.Other, pair.Own, scripts));
        return contradictions.Select(pair => pair.Match.Reason).Min(StringComparer.Ordinal) is { } contradiction ? IdentityVerdict.Different(0.8, contradiction)
            : Weigh(best, suffixOfA != suffixOfB, new Evidence(a, b));
    }

    /// <summary>Whether one profile bears, besides the name that another one contradicts, that other one too: Bongbong and Ferdinand Marcos.</summary>
    private static bool BearsBoth(PersonForm[] forms, PersonForm own, PersonForm other, NameScripts scripts) =>
        Array.Exists(forms, form => NameMatch.Of(form, own, scripts).Contradicts && NameMatch.Of(form, other, scripts).IsSure);

    private static string? SuffixOf(PersonForm[] forms) => Array.Find(forms, form => form.Suffix is not null)?.Suffix;

    private static IdentityVerdict Weigh(NameMatch match, bool hasSuffixOnce, Evidence evidence)
    {
        if (evidence.IsKin)
        {
            return IdentityVerdict.Different(0.7, "kin of somebody");
        }

        if (evidence.CountriesDiffer)
        {
            return evidence.Role == Fit.Agree && evidence.SharesField && evidence.SharesAffiliation ? IdentityVerdict.Same(0.75, "one name and role")
                : evidence.Role is Fit.Agree || evidence.SharesAffiliation ? IdentityVerdict.Unsure(0.5, "countries differ, the rest agrees")
                : IdentityVerdict.Different(0.85, "countries differ");
        }

        if (hasSuffixOnce && !(match.IsNickname ? evidence.IsPositive || evidence is { Role: Fit.Near, CountriesAgree: true } : evidence.Role == Fit.Agree && evidence.CountriesAgree))
        {
            return IdentityVerdict.Unsure(0.5, "a suffix on one side only");
        }

        if (evidence.Role is Fit.Apart && !evidence.SharesAffiliation)
        {
            return match.IsCommon ? IdentityVerdict.Different(0.75, "roles differ")
                : match.IsExact && evidence.CountriesAgree ? IdentityVerdict.Same(0.7, "same rare name and country")
                : IdentityVerdict.Unsure(0.5, "roles differ");
        }

        if (evidence.Role is Fit.Conflict && match.IsCommon && !evidence.SharesAffiliation)
        {
            return IdentityVerdict.Unsure(0.5, "roles differ");
        }

        if (match.IsCommon && evidence is { Role: Fit.Agree, AffiliationsDiffer: true, SharesField: false, IsPolitics: false })
        {
            return IdentityVerdict.Unsure(0.5, "affiliations differ");
        }

        if (evidence.IsPositive)
        {
            return IdentityVerdict.Same(match.IsExact ? 0.97 : 0.9, match.Reason);
        }

        var isKnown = evidence.CountriesAgree && (evidence.Role is not Fit.Unknown || !match.IsCommon);
        if (match.IsExact)
        {
            return match.IsCommon && !(isKnown && evidence.IsPolitics) ? IdentityVerdict.Unsure(0.6, "a name that many bear")
                : IdentityVerdict.Same(isKnown ? 0.9 : 0.8, match.Reason);
        }

        return isKnown && !match.IsPart && (!match.IsCommon || evidence.IsPolitics) && (match.IsSure || evidence.Role == Fit.Near) ? IdentityVerdict.Same(0.8, match.Reason)
            : IdentityVerdict.Unsure(0.6, match.Reason);
    }

    /// <summary>One of the two is known by one word only.</summary>
    private static IdentityVerdict Short(PreparedActor a, PreparedActor b, NameScripts scripts)
    {
        var pairs = a.Persons.SelectMany(own => b.Persons.Select(other => (A: own, B: other))).Where(pair => !pair.A.IsFull || !pair.B.IsFull).ToArray();
        var isFamily = pairs.Any(pair => ShareFamily(pair.A, pair.B, scripts));
        var isGiven = !isFamily && pairs.Any(pair => IsGivenOf(pair.A, pair.B) || IsGivenOf(pair.B, pair.A));
        if (!isFamily && !isGiven)
        {
            return IdentityVerdict.Different(0.85, "names differ");
        }

        if (SuffixOf(a.Persons) is { } suffixOfA && SuffixOf(b.Persons) is { } suffixOfB && suffixOfA != suffixOfB)
        {
            return IdentityVerdict.Different(0.95, "suffixes differ");
        }

        var evidence = new Evidence(a, b);
        if (evidence.CountriesDiffer)
        {
            return IdentityVerdict.Different(0.85, "countries differ");
        }

        if (evidence.IsKin || (evidence.Role is Fit.Apart or Fit.Conflict && !evidence.SharesAffiliation))
        {
            return IdentityVerdict.Different(0.7, "roles differ");
        }

        var isTold = evidence.Role == Fit.Agree && (evidence.SharesField || evidence.SharesAffiliation || (evidence.CountriesAgree && (evidence.IsPolitics || !IsCommon(a, b))));
        if (isFamily && (isTold || (evidence.SharesAffiliation && evidence.Role is not Fit.Conflict)))
        {
            return IdentityVerdict.Same(isTold ? 0.85 : 0.75, isTold ? "family name and role agree" : "family name and affiliation agree");
        }

        if (isGiven)
        {
            return isTold && evidence.CountriesAgree ? IdentityVerdict.Same(0.75, "given name and role agree") : IdentityVerdict.Unsure(0.4, "given name alone");
        }

        return evidence is { Role: Fit.Near, IsPolitics: true } ? IdentityVerdict.Unsure(0.4, "family name agrees, the offices do not") : IdentityVerdict.Unsure(0.5, FamilyAlone);
    }

    /// <summary>Whether a family name agrees, so far as one word can tell.</summary>
    public static bool ShareFamily(PreparedActor a, PreparedActor b)
    {
        var scripts = ScriptsOf(a.Country, b.Country);
        return Array.Exists(a.Persons, own => Array.Exists(b.Persons, other => ShareFamily(own, other, scripts)));
    }

    /// <summary>Whether role, affiliation or country agree.</summary>
    public static bool HasSupport(PreparedActor a, PreparedActor b) => new Evidence(a, b) is { CountriesAgree: true } or { IsPositive: true };

    private static bool IsCommon(PreparedActor a, PreparedActor b) => a.Persons.Concat(b.Persons).Any(form => FamilyNames.IsCommon(form.Family));

    /// <summary>The scripts of the two countries; where neither is known, those that English writes in the most ways.</summary>
    private static NameScripts ScriptsOf(string? a, string? b) =>
        a is null && b is null ? NameScripts.Cyrillic | NameScripts.Arabic | NameScripts.Greek | NameScripts.Hebrew | NameScripts.Umlaut : Romanization.ScriptsOf(a) | Romanization.ScriptsOf(b);

    private static bool ShareFamily(PersonForm a, PersonForm b, NameScripts scripts) =>
        NameMatch.FamiliesAgree(a, b, scripts, out _) || (!a.IsFull && IsLastPart(a, b)) || (!b.IsFull && IsLastPart(b, a));

    /// <summary>Whether one word is a hyphenated family name's last part, or the first of two family names.</summary>
    private static bool IsLastPart(PersonForm alone, PersonForm full) => full.IsFull && (full.FamilyParts[^1] == alone.Family || (full.GivenPlain.Length > 1 && full.GivenPlain[^1] == alone.Family));

    private static bool IsGivenOf(PersonForm alone, PersonForm full) =>
        !alone.IsFull && full.IsFull && (full.GivenPlain.Contains(alone.Family) || (full.Nickname is not null && NameLetters.Plain(full.Nickname) == alone.Family)
            || NameMatch.GivenFormsAgree(alone.FamilyWords[0], full.Given[0]));

    /// <summary>What roles, affiliations and countries tell.</summary>
    private sealed class Evidence
    {
        public Evidence(PreparedActor a, PreparedActor b)
        {
            Role = a.Roles.FitWith(b.Roles);
            SharesField = a.Roles.ShareField(b.Roles) || a.Roles.ShareWord(b.Affiliations) || b.Roles.ShareWord(a.Affiliations);
            SharesAffiliation = a.Affiliations.ShareWord(b.Affiliations)
                || (a.Affiliations.IsEmpty && a.Roles.ShareWord(b.Affiliations)) || (b.Affiliations.IsEmpty && b.Roles.ShareWord(a.Affiliations));
            AffiliationsDiffer = !SharesAffiliation && !a.Affiliations.IsEmpty && !b.Affiliations.IsEmpty;
            CountriesAgree = a.Country is not null && a.Country == b.Country;
            CountriesDiffer = a.Country is not null && b.Country is not null && a.Country != b.Country;
            IsKin = a.Roles.IsKin != b.Roles.IsKin;
            IsPolitics = a.Roles.IsPolitics && b.Roles.IsPolitics;
        }

        public Fit Role { get; }

        public bool SharesField { get; }

        public bool SharesAffiliation { get; }

        public bool AffiliationsDiffer { get; }

        public bool CountriesAgree { get; }

        public bool CountriesDiffer { get; }

        /// <summary>Whether one of them, and not the other, is named as somebody's kin.</summary>
        public bool IsKin { get; }

        /// <summary>Whether both hold offices in politics.</summary>
        public bool IsPolitics { get; }

        public bool IsPositive => Role == Fit.Agree || SharesAffiliation;
    }
}
