namespace Inquit.App.Serving;

/// <summary>The most that a request may send.</summary>
internal static class BodyLimit
{
    /// <summary>In bytes.</summary>
    public const int Bytes = 2_000_000;

    /// <summary>What is said of a request that sends more.</summary>
    public const string Message = "The request has more than 2,000,000 bytes, the most that is taken. Split it, or use 'inquit read' or 'inquit add' for files of any size.";
}
