namespace Inquit.Actors;

/// <summary>Which of the pronouns "he" and "she" an article uses for a person, as far as names, titles and role words tell.</summary>
internal enum Gender
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>She.</summary>
    Female,

    /// <summary>He.</summary>
    Male,
}

/// <summary>What two genders tell of each other.</summary>
internal static class Genders
{
    /// <summary>Whether both are known and differ.</summary>
    public static bool Contradicts(this Gender a, Gender b) => a != Gender.Unknown && b != Gender.Unknown && a != b;
}
