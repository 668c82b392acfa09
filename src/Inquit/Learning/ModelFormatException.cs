namespace Inquit.Learning;

/// <summary>A model file that is not one, is cut short, is of another version, or lacks a part.</summary>
public sealed class ModelFormatException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ModelFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public ModelFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
