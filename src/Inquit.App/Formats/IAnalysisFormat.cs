namespace Inquit.App.Formats;

/// <summary>A form in which analyses are given out.</summary>
internal interface IAnalysisFormat
{
    /// <summary>Writes an analysis as bytes. Called from any thread.</summary>
    ReadOnlyMemory<byte> Render(Analysis analysis);

    /// <summary>Puts rendered bytes where they belong. Called in the order of the input.</summary>
    /// <param name="article">The article that was read.</param>
    /// <param name="rendered">What <see cref="Render"/> gave for it.</param>
    /// <returns>What was wrong and what to do about it; null where all is well.</returns>
    string? Write(Article article, ReadOnlyMemory<byte> rendered);
}
