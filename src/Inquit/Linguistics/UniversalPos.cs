namespace Inquit.Linguistics;

/// <summary>The universal part-of-speech tags of Universal Dependencies v2, written as there.</summary>
#pragma warning disable CS1591 // the names are the standard's own
public enum UniversalPos : byte
{
    X,
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SYM,
    VERB,
}
#pragma warning restore CS1591
