using Inquit.Text;

namespace Inquit.Actors;

/// <summary>What a phrase beside a name says of its bearer: "Russian Foreign Ministry spokeswoman", "the mayor of Dayton".</summary>
/// <param name="Tokens">The phrase.</param>
/// <param name="Noun">The noun that says what the person is, in dictionary form and lower case; null where there is only an affiliation.</param>
/// <param name="Role">The words for the office or occupation.</param>
/// <param name="Affiliation">Whom they speak or work for.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
internal sealed record RolePhrase(TokenRange Tokens, string? Noun, string? Role, string? Affiliation, string? Country)
{
    /// <summary>The token of the noun, or -1.</summary>
    public int NounAt { get; init; } = -1;

    /// <summary>Whether it is an office with its field or place right before the name: "chief of staff | Ann Lee".</summary>
    public bool IsOffice { get; init; }

    /// <summary>Whether the phrase holds the name in apposition ("the mayor, Ann Lee") and not only a title before it.</summary>
    public bool IsApposition { get; init; }
}
