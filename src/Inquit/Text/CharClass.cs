namespace Inquit.Text;

/// <summary>What a character is to the tokenizer.</summary>
internal enum CharClass : byte
{
    /// <summary>White space, a control character, a byte order mark or another mark without width that stands between words.</summary>
    Gap,

    /// <summary>An upper-case or title-case letter.</summary>
    Upper,

    /// <summary>A lower-case letter.</summary>
    Lower,

    /// <summary>A letter without case.</summary>
    Letter,

    /// <summary>A decimal digit or another number character.</summary>
    Digit,

    /// <summary>' and ’ and their like.</summary>
    Apostrophe,

    /// <summary>A double or angled quotation mark.</summary>
    Quote,

    /// <summary>A full stop.</summary>
    Period,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A mark that ends sentences other than the full stop: ! ? … and those of other scripts.</summary>
    Terminal,

    /// <summary>A colon or semicolon.</summary>
    Colon,

    /// <summary>A hyphen or minus.</summary>
    Hyphen,

    /// <summary>A dash.</summary>
    Dash,

    /// <summary>An opening bracket.</summary>
    Open,

    /// <summary>A closing bracket.</summary>
    Close,

    /// <summary>A slash, either way.</summary>
    Slash,

    /// <summary>A currency sign.</summary>
    Currency,

    /// <summary>At sign, underscore, number sign, ampersand: what joins or starts names on the web.</summary>
    Joiner,

    /// <summary>Any other symbol or punctuation mark, an emoji, half a surrogate pair.</summary>
    Symbol,

    /// <summary>A combining mark, a joiner without width, a variation selector: goes with the character before it.</summary>
    Extend,
}
