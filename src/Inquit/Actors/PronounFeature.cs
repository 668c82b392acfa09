namespace Inquit.Actors;

/// <summary>What is weighed of one for whom a pronoun may stand; "seen" is where it was spoken of last.</summary>
internal enum PronounFeature
{
    /// <summary>Stands for nobody who may be meant; the bias of that answer.</summary>
    Nobody,

    /// <summary>Nobody, and the pronoun is in a quotation.</summary>
    NobodyInQuotation,

    /// <summary>Nobody, and the pronoun is the subject of what has a clause: "it is clear that".</summary>
    NobodyWithClause,

    /// <summary>Nobody, and the pronoun is the source of a statement.</summary>
    NobodyAsSource,

    /// <summary>Nobody, and the pronoun is a subject.</summary>
    NobodyAsSubject,

    /// <summary>Nobody, and the pronoun is a possessive.</summary>
    NobodyAsOwner,

    /// <summary>The subject that follows an opening clause.</summary>
    Ahead,

    /// <summary>That subject, not spoken of before.</summary>
    OnlyAhead,

    /// <summary>Has a name.</summary>
    Named,

    /// <summary>Is a body.</summary>
    Organization,

    /// <summary>Is a state or place.</summary>
    State,

    /// <summary>It is not known what it is.</summary>
    UnknownType,

    /// <summary>Is several.</summary>
    Plural,

    /// <summary>Its gender is known (and fits).</summary>
    KnownGender,

    /// <summary>How often its name stands in the whole article, as a logarithm.</summary>
    NamedOften,

    /// <summary>Seen in the pronoun's sentence.</summary>
    SameSentence,

    /// <summary>Seen in the sentence before.</summary>
    NextSentence,

    /// <summary>How many sentences back, as a logarithm.</summary>
    Distance,

    /// <summary>Seen last of all who may be meant.</summary>
    Latest,

    /// <summary>How many of those who may be meant were seen later, as a logarithm.</summary>
    Rank,

    /// <summary>Seen as a subject.</summary>
    Subject,

    /// <summary>Seen as the subject of a main clause.</summary>
    MainSubject,

    /// <summary>Seen otherwise, after it was a subject in the same sentence as the pronoun.</summary>
    SubjectOfSentence,

    /// <summary>Seen otherwise, after it was a subject in the sentence before the pronoun's.</summary>
    SubjectOfLastSentence,

    /// <summary>Both are subjects.</summary>
    BothSubjects,

    /// <summary>Neither is a subject.</summary>
    BothNoSubjects,

    /// <summary>How often spoken of so far, as a logarithm.</summary>
    SeenOften,

    /// <summary>Seen for the first time, just now, with a role beside the name.</summary>
    JustIntroduced,

    /// <summary>Made the last statement.</summary>
    SpokeLast,

    /// <summary>Made the last statement, and the pronoun is the source of the next.</summary>
    SpokeLastToSpeak,

    /// <summary>Seen in a quotation, in which the pronoun is not.</summary>
    OutOfQuotation,

    /// <summary>Seen outside a quotation, in which the pronoun is.</summary>
    IntoQuotation,

    /// <summary>Seen in the same quotation.</summary>
    SameQuotation,

    /// <summary>Seen as a possessive or part of a compound.</summary>
    Modifier,

    /// <summary>Seen as an object.</summary>
    Object,

    /// <summary>Seen as a pronoun.</summary>
    Pronoun,

    /// <summary>Seen in the same paragraph.</summary>
    SameParagraph,

    /// <summary>Seen as the subject of a verb that the pronoun stands under.</summary>
    SubjectAbove,

    /// <summary><see cref="NamedOften"/>, and the pronoun is the source of a statement.</summary>
    NamedOftenToSpeak,

    /// <summary><see cref="Rank"/>, and the pronoun is the source of a statement.</summary>
    RankToSpeak,

    /// <summary><see cref="SeenOften"/>, and the pronoun is the source of a statement.</summary>
    SeenOftenToSpeak,

    /// <summary><see cref="Subject"/>, and the pronoun is the source of a statement.</summary>
    SubjectToSpeak,

    /// <summary><see cref="MainSubject"/>, and the pronoun is the source of a statement.</summary>
    MainSubjectToSpeak,

    /// <summary><see cref="JustIntroduced"/>, and the pronoun is the source of a statement.</summary>
    JustIntroducedToSpeak,
}
