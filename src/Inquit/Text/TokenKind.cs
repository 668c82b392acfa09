namespace Inquit.Text;

/// <summary>What a token looks like to the sentence splitter.</summary>
internal enum TokenKind : byte
{
    /// <summary>No token: before the first or after the last of a paragraph.</summary>
    Outside,

    /// <summary>A word in lower case.</summary>
    Lower,

    /// <summary>A word with a capital first.</summary>
    Capital,

    /// <summary>A word of two or more capitals.</summary>
    Upper,

    /// <summary>One capital letter.</summary>
    Letter,

    /// <summary>One capital letter and a full stop.</summary>
    Initial,

    /// <summary>Letters with a full stop at the end or within: "Mr.", "U.S.".</summary>
    Abbreviation,

    /// <summary>A number.</summary>
    Number,

    /// <summary>What starts an item of a list: "1.", "a)".</summary>
    Item,

    /// <summary>Letters and other characters mixed.</summary>
    Mixed,

    /// <summary>The rest of a contraction: "'s", "n't".</summary>
    Clitic,

    /// <summary>A web or e-mail address.</summary>
    Address,

    /// <summary>A full stop.</summary>
    Period,

    /// <summary>Question marks, exclamation marks.</summary>
    Terminal,

    /// <summary>Points of omission.</summary>
    Ellipsis,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A colon.</summary>
    Colon,

    /// <summary>A semicolon.</summary>
    Semicolon,

    /// <summary>A hyphen.</summary>
    Hyphen,

    /// <summary>A dash.</summary>
    Dash,

    /// <summary>An opening quotation mark.</summary>
    OpenQuote,

    /// <summary>A closing quotation mark.</summary>
    CloseQuote,

    /// <summary>An opening bracket.</summary>
    Open,

    /// <summary>A closing bracket.</summary>
    Close,

    /// <summary>An asterisk, a bullet, a line of marks.</summary>
    Bullet,

    /// <summary>Several marks that smile.</summary>
    Emoticon,

    /// <summary>Any other mark.</summary>
    Symbol,
}
