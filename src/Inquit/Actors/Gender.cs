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
