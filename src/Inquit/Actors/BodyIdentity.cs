namespace Inquit.Actors;

/// <summary>Whether two profiles are of one organization or group: the gazetteer first, then the words of the names.</summary>
internal static class BodyIdentity
{
    public static IdentityVerdict Compare(PreparedActor a, PreparedActor b)
    {
        if (!HasWords(a) || !HasWords(b))
        {
            return IdentityVerdict.Unsure(0.5, "no name");
        }

        if (ByGazetteer(a.Bodies, b.Bodies) is { } known)
        {
            return known;
        }

        var (formsOfA, formsOfB) = (Telling(a.Bodies), Telling(b.Bodies));
        var (countriesOfA, countriesOfB) = (CountriesOf(a), CountriesOf(b));
        var agree = countriesOfA.Overlaps(countriesOfB);
        var differ = countriesOfA.Count > 0 && countriesOfB.Count > 0 && !agree;
        var role = a.Roles.FitWith(b.Roles);
        var scripts = Romanization.ScriptsOf(a.Country) | Romanization.ScriptsOf(b.Country);
        scripts = scripts == NameScripts.None ? NameScripts.Arabic | NameScripts.Cyrillic : scripts;

        IdentityVerdict? best = null;
        foreach (var own in formsOfA)
        {
            foreach (var other in formsOfB)
            {
                if (Match(own, other, scripts) is { } match && Weigh(match, own, other) is var verdict && (best is null || Rank(verdict).CompareTo(Rank(best)) > 0))
                {
                    best = verdict;
                }
            }
        }

        return best ?? IdentityVerdict.Different(0.85, "names differ");

        IdentityVerdict Weigh(BodyMatch match, BodyForm own, BodyForm other)
        {
            var isGeneric = own.IsGeneric || other.IsGeneric;
            if (differ)
            {
                return IdentityVerdict.Different(0.9, "countries differ");
            }

            if (role == Fit.Apart)
            {
                return IdentityVerdict.Unsure(0.5, "one name, other roles");
            }

            if (match == BodyMatch.Words && own.IsTurned(other))
            {
                return IdentityVerdict.Unsure(0.5, "the same words in another order");
            }

            if (Array.Exists(formsOfA, longer => Array.Exists(formsOfB, yet => AreTwo(match, own, other, longer, yet))))
            {
                return IdentityVerdict.Unsure(0.5, "one name agrees, a longer one does not");
            }

            var isTold = agree || role == Fit.Agree;
            return match switch
            {
                BodyMatch.Words => !isGeneric || agree ? IdentityVerdict.Same(agree ? 0.95 : 0.85, "same words in the name") : IdentityVerdict.Unsure(0.5, "a name that many countries have"),
                BodyMatch.Abbreviation => isTold || (role == Fit.Unknown && !isGeneric) ? IdentityVerdict.Same(0.85, "abbreviation") : IdentityVerdict.Unsure(0.5, "abbreviation alone"),
                BodyMatch.SameAbbreviation => isTold ? IdentityVerdict.Same(0.8, "same abbreviation") : IdentityVerdict.Unsure(0.5, "abbreviation alone"),
                BodyMatch.ShortName => isTold || role == Fit.Near ? IdentityVerdict.Same(0.8, "short name") : IdentityVerdict.Unsure(0.5, "short name"),
                _ => isTold || role == Fit.Near ? IdentityVerdict.Same(0.8, "transliteration") : IdentityVerdict.Unsure(0.5, "transliteration"),
            };
        }

        // A short name or an abbreviation agrees, and what it is short for does not.
        bool AreTwo(BodyMatch match, BodyForm own, BodyForm other, BodyForm longer, BodyForm yet) =>
            longer.Abbreviation is null && yet.Abbreviation is null && (match != BodyMatch.Words || (own.IsShortFor(longer) && other.IsShortFor(yet))) && Match(longer, yet, scripts) is null;

        static (double, string) Rank(IdentityVerdict verdict) => (verdict.Confidence + (verdict.Outcome == Identity.Same ? 2 : verdict.Outcome == Identity.Unsure ? 1 : 0), verdict.Reason);
    }

    private static bool HasWords(PreparedActor actor) => Array.Exists(actor.Bodies, form => form.Entry is not null || form.Words.Count > 0);

    private static IdentityVerdict? ByGazetteer(BodyForm[] a, BodyForm[] b)
    {
        var (mainOfA, mainOfB) = (a[0].Entry, b[0].Entry);
        var (entriesOfA, entriesOfB) = (Entries(a), Entries(b));
        if (entriesOfA.Count == 0 || entriesOfB.Count == 0)
        {
            return null;
        }

        return (mainOfA is not null && entriesOfB.Contains(mainOfA)) || (mainOfB is not null && entriesOfA.Contains(mainOfB)) || (mainOfA is null && mainOfB is null && entriesOfA.Overlaps(entriesOfB))
            ? mainOfA is null || mainOfB is null || mainOfA == mainOfB ? IdentityVerdict.Same(0.97, "one entry in the gazetteer") : IdentityVerdict.Unsure(0.5, "names of two bodies")
            : IdentityVerdict.Different(0.95, "two entries in the gazetteer");
    }

    private static HashSet<GazetteerEntry> Entries(BodyForm[] forms) => forms.Select(form => form.Entry).OfType<GazetteerEntry>().ToHashSet();

    /// <summary>The names that are not common to many bodies, if there are such.</summary>
    private static BodyForm[] Telling(BodyForm[] forms) => Array.Exists(forms, form => !form.IsGeneric) ? [.. forms.Where(form => !form.IsGeneric)] : forms;

    private static HashSet<string> CountriesOf(PreparedActor actor) =>
        actor is { Profile.Country: not null, Country: { } country } ? [country] : actor.Bodies.SelectMany(form => form.Countries).Concat(actor.Country is { } told ? [told] : []).ToHashSet(StringComparer.Ordinal);

    private static BodyMatch? Match(BodyForm a, BodyForm b, NameScripts scripts)
    {
        if (a.Words.Count > 0 && a.Key == b.Key)
        {
            return a.Abbreviation is not null && b.Abbreviation is not null ? BodyMatch.SameAbbreviation : BodyMatch.Words;
        }

        if ((a.Abbreviation is { } own && b.Abbreviation is null && b.Initials.Contains(own)) || (b.Abbreviation is { } other && a.Abbreviation is null && a.Initials.Contains(other)))
        {
            return BodyMatch.Abbreviation;
        }

        return a.IsShortFor(b) || b.IsShortFor(a) ? BodyMatch.ShortName
            : a.Order.Length > 0 && !a.IsGeneric && !b.IsGeneric && Romanization.AreOne(a.Joined, b.Joined, scripts) ? BodyMatch.Transliteration
            : null;
    }

    private enum BodyMatch
    {
        Words,
        Abbreviation,
        SameAbbreviation,
        ShortName,
        Transliteration,
    }
}
