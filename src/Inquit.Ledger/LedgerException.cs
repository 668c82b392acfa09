namespace Inquit.Ledger;

/// <summary>A ledger that cannot be used: it is not there, cannot be reached, is of another program or of a newer version. The message says what to do.</summary>
public sealed class LedgerException : Exception
{
    /// <summary>Creates it.</summary>
    public LedgerException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
