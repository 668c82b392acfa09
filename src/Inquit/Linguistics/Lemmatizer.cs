using Inquit.Learning;

namespace Inquit.Linguistics;

/// <summary>Gives dictionary forms.</summary>
#pragma warning disable CA1822
public sealed class Lemmatizer
{
    /// <summary>Creates the lemmatizer from its trained file.</summary>
    public Lemmatizer(ModelFile model)
    {
    }

    /// <summary>The lemma.</summary>
    public string Lemma(ReadOnlySpan<char> form, UniversalPos upos, string xpos) => form.ToString();
}
