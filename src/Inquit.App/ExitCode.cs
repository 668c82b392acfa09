namespace Inquit.App;

/// <summary>What the program ends with. Scripts rely on these.</summary>
internal static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>Some input could not be read; each is named on standard error, the rest is done.</summary>
    public const int SomeInputUnread = 1;

    /// <summary>The command line was wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>Something that the program needs is missing or of another version: a model, the data, the output folder.</summary>
    public const int BrokenEnvironment = 3;

    /// <summary>Somebody ended it before all was done (Ctrl-C). What was done holds.</summary>
    public const int Interrupted = 130;
}

/// <summary>Something that the program needs is missing; the message names it and says what would mend it.</summary>
internal sealed class BrokenEnvironmentException(string message) : Exception(message);

/// <summary>Whoever read the program's output has stopped reading (<c>inquit … | head</c>): there is no more to do.</summary>
internal sealed class OutputClosedException(Exception inner) : Exception("The output was closed.", inner);
