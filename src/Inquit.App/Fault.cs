namespace Inquit.App;

/// <summary>A mistake of the program itself. It costs the input that it happened on, not the others.</summary>
internal static class Fault
{
    /// <summary>What to say of it.</summary>
    public static string Describe(Exception fault) => $"A mistake in inquit: {fault.GetType().Name}: {fault.Message} Please report it with this file.";
}
