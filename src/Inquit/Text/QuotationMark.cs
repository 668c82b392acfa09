namespace Inquit.Text;

/// <summary>Which marks pair with each other.</summary>
internal enum QuotationStyle : byte
{
    /// <summary>“ ” „ " `` '': any of these closes any other, since texts mix them.</summary>
    Double,

    /// <summary>‘ ’ ‚ '.</summary>
    Single,

    /// <summary>« ».</summary>
    Angle,

    /// <summary>‹ ›.</summary>
    SingleAngle,

    /// <summary>「 」.</summary>
    Corner,

    /// <summary>『 』.</summary>
    WhiteCorner,
}

/// <summary>On which side of a passage a mark stands, as far as the mark and its neighbours tell.</summary>
internal enum MarkSide : byte
{
    /// <summary>It opens.</summary>
    Open,

    /// <summary>It closes.</summary>
    Close,

    /// <summary>It closes what is open; where nothing is, it opens.</summary>
    Either,

    /// <summary>It closes what is open; where nothing is, it is no mark.</summary>
    CloseOrNone,
}

/// <summary>A quotation mark in its place.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Style">What it pairs with.</param>
/// <param name="Side">Whether it opens or closes.</param>
/// <param name="IsWeak">Whether it may as well be an apostrophe: it closes after a letter and before another word.</param>
/// <param name="IsSure">Whether it stays a mark without a partner: not so for ' and ’, which are apostrophes then.</param>
internal readonly record struct QuotationMark(
    int Start, int End, QuotationStyle Style, MarkSide Side, bool IsWeak = false, bool IsSure = true);
