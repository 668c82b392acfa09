namespace Inquit.Attribution;

/// <summary>How a cue takes its content: the grammatical pattern in which a word was counted as a cue.</summary>
internal enum CueFrame
{
    /// <summary>A verb beside a quotation: “…,” X said.</summary>
    Quotation,

    /// <summary>A verb with a clause: X says that ….</summary>
    Clause,

    /// <summary>A clause of saying thrown into what is said: …, X says, ….</summary>
    Incise,

    /// <summary>A clause of saying led by "as": as X noted, ….</summary>
    As,

    /// <summary>A verb with an infinitive: X hopes to ….</summary>
    Infinitive,

    /// <summary>A verb with a participle: X suggested leaving ….</summary>
    Gerund,

    /// <summary>A verb with an object and what is said of it: X called Y absurd, X wants Y to go.</summary>
    ObjectComplement,

    /// <summary>A verb with somebody who is told and an infinitive: X urged Y to go.</summary>
    AddresseeInfinitive,

    /// <summary>A verb with an object: X announced a plan.</summary>
    Object,

    /// <summary>A verb with a preposition: X called for talks.</summary>
    Preposition,

    /// <summary>A verb whose object is the word that counts: X expressed support for Y.</summary>
    VerbNoun,

    /// <summary>A passive verb whose subject is the content: the plan was announced by X.</summary>
    Passive,

    /// <summary>A passive or raised verb whose content is its subject and its complement: X is expected to go, X seems to go.</summary>
    Raising,

    /// <summary>A passive verb with a clause, its subject empty or the one who was told: it is said that ….</summary>
    PassiveClause,

    /// <summary>A noun with a clause: the claim that ….</summary>
    NounClause,

    /// <summary>A noun with an infinitive: the promise to ….</summary>
    NounInfinitive,

    /// <summary>A noun with a preposition: support for ….</summary>
    NounPreposition,

    /// <summary>An adjective with a clause: confident that ….</summary>
    AdjectiveClause,

    /// <summary>An adjective with an infinitive: eager to ….</summary>
    AdjectiveInfinitive,

    /// <summary>An adjective with a preposition: critical of ….</summary>
    AdjectivePreposition,

    /// <summary>A phrase that names the source: according to X, in X's view.</summary>
    Phrase,

    /// <summary>A name and a colon.</summary>
    Colon,

    /// <summary>A quotation, a dash and a name.</summary>
    Signature,

    /// <summary>A line that ends in a name and a role.</summary>
    PullQuote,

    /// <summary>A line of speech above a line with a name.</summary>
    SignedLine,

    /// <summary>A turn of an interview: who speaks and a colon at the start of a paragraph.</summary>
    Turn,

    /// <summary>A line opened with a dash, or a mark that is never closed, and a verb of saying in it.</summary>
    Dialogue,

    /// <summary>A verb of saying and a colon above a list.</summary>
    List,

    /// <summary>A quotation that no verb attributes, beside a sentence about one person.</summary>
    Nearby,

    /// <summary>None: the role network found it, whatever its pattern.</summary>
    Network,
}
