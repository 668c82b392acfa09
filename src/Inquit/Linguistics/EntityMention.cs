using Inquit.Text;

namespace Inquit.Linguistics;

/// <summary>What kind of thing a name names.</summary>
public enum EntityType
{
    /// <summary>A person, real or not.</summary>
    Person,

    /// <summary>A company, office, party, paper, state body.</summary>
    Organization,

    /// <summary>A country, city, region, building, natural place.</summary>
    Place,

    /// <summary>A nationality, or a religious, political or ethnic group ("Russian", "Republicans").</summary>
    Group,

    /// <summary>Any other name: an event, a law, a work, a product.</summary>
    Other,
}

/// <summary>A name found in the text.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Type">What it names.</param>
public readonly record struct EntityMention(TokenRange Tokens, EntityType Type);
