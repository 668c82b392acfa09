namespace Inquit.Ledger;

/// <summary>What became of an article that was added.</summary>
public enum AddKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is the new version of one that was there.</summary>
    Corrected,

    /// <summary>It was there; nothing changed.</summary>
    Known,

    /// <summary>It is an older version of one that was there, of an article that another ledger gave.</summary>
    Older,
}

/// <summary>What became of an article that was added.</summary>
/// <param name="Kind">New, a new version, or known.</param>
/// <param name="ArticleId">Its id.</param>
/// <param name="Statements">How many statements were added with it.</param>
public sealed record AddOutcome(AddKind Kind, string ArticleId, int Statements);
