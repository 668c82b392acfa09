namespace Inquit.Actors;

/// <summary>What speaks for a name being a person's, a body's or a place's, each with an example.</summary>
internal enum NameSign
{
    /// <summary>A given name before other words: "Ann Lee".</summary>
    GivenFirst,

    /// <summary>A family name that stands first: "Kim Dae-hyun".</summary>
    FamilyFirst,

    /// <summary>A given name alone: "Ann".</summary>
    GivenAlone,

    /// <summary>An initial or a suffix: "Ann C. Lee", "Bob Ray Jr.".</summary>
    Initial,

    /// <summary>A family name that many bear.</summary>
    CommonFamily,

    /// <summary>A legal form, a trade, a sort of body: "Acme Foods", "Banco Acme".</summary>
    BodyWord,

    /// <summary>What sort of place: "Ray County".</summary>
    PlaceWord,

    /// <summary>Capitals only: "ACME".</summary>
    Capitals,

    /// <summary>A small word or "&amp;" within: "Lee &amp; Ray".</summary>
    SmallWord,

    /// <summary>One word that no full name or title introduces: news gives a person's full name once.</summary>
    Unintroduced,

    /// <summary>The gazetteer has a place of this name.</summary>
    KnownPlace,

    /// <summary>The gazetteer has a body of this name.</summary>
    KnownBody,

    /// <summary>The gazetteer has a company of this name.</summary>
    KnownCompany,

    /// <summary>Words of which the first is no given name known.</summary>
    NoGivenFirst,

    /// <summary>A person's full name ends or begins with it.</summary>
    PersonsNamesake,

    /// <summary>A body's longer name begins with it.</summary>
    BodysNamesake,

    /// <summary>"Mr. Lee".</summary>
    Title,

    /// <summary>"the driver Ann Lee".</summary>
    PersonNounBefore,

    /// <summary>"the carmaker Acme", "the Acme union".</summary>
    BodyNounBefore,

    /// <summary>"Lee, 45,".</summary>
    Age,

    /// <summary>"Lee, who …".</summary>
    Who,

    /// <summary>"Acme, which …".</summary>
    Which,

    /// <summary>"Lee, a potter".</summary>
    CalledPerson,

    /// <summary>"Acme, the bank".</summary>
    CalledBody,

    /// <summary>"Acme, a town".</summary>
    CalledPlace,

    /// <summary>"Lee's wife".</summary>
    HasKin,

    /// <summary>"shares in Acme", "Acme's customers".</summary>
    HasShares,

    /// <summary>"an Acme spokesman": persons have some, too.</summary>
    HasSpokesman,

    /// <summary>"in Ray": weighs nothing, but where it stands a name may be a place's.</summary>
    LiesIn,

    /// <summary>"the Acme".</summary>
    Article,

    /// <summary>"Lee said".</summary>
    Speaks,

    /// <summary>"Lee sold his house."</summary>
    HisOrHer,

    /// <summary>"Acme closed its plant."</summary>
    Its,

    /// <summary>"Lee came. He …"</summary>
    ThenHeOrShe,

    /// <summary>"Acme grew. It …"</summary>
    ThenIt,

    /// <summary>"Acme said in a statement".</summary>
    InAStatement,

    /// <summary>"“We are sorry,” Acme said".</summary>
    We,

    /// <summary>"LEE: …" at the start of a paragraph.</summary>
    Label,

    /// <summary>Joined with a person: "Ann Lee and Ray".</summary>
    PersonBeside,

    /// <summary>Joined with a body: "Acme Foods and Ray".</summary>
    BodyBeside,

    /// <summary>Letters in brackets after a body's name: "World Trade Organization (WTO)".</summary>
    BracketedLetters,
}

/// <summary>What the signs weigh: set by hand, by how seldom each stands beside a name of another type.</summary>
internal static class NameSigns
{
    /// <summary>What a sign weighs for a person, a body and a place.</summary>
    public static (double Person, double Body, double Place) Weight(this NameSign sign) => sign switch
    {
        NameSign.Title => (5, 0, 0),
        NameSign.Label => (4, 0, 0),
        NameSign.Initial or NameSign.PersonsNamesake or NameSign.Age or NameSign.Who => (3, 0, 0),
        NameSign.GivenFirst or NameSign.FamilyFirst or NameSign.CalledPerson or NameSign.HasKin => (2.5, 0, 0),
        NameSign.PersonNounBefore or NameSign.HisOrHer => (2, 0, 0),
        NameSign.ThenHeOrShe or NameSign.PersonBeside => (1.5, 0, 0),
        NameSign.GivenAlone or NameSign.CommonFamily => (1, 0, 0),
        NameSign.KnownBody => (0, 4, 0),
        NameSign.KnownCompany => (0, 3, 0),
        NameSign.BodyWord => (0, 3.5, 0),
        NameSign.Which => (0, 3, 3),
        NameSign.CalledBody => (0, 3, 0),
        NameSign.Its or NameSign.BodyNounBefore or NameSign.BodyBeside or NameSign.BracketedLetters => (0, 2.5, 0),
        NameSign.Capitals or NameSign.HasShares => (0, 2, 0),
        NameSign.BodysNamesake => (0, 1.5, 1.5),
        NameSign.SmallWord => (0, 1.5, 0),
        NameSign.HasSpokesman => (0, 1, 0),
        NameSign.Article or NameSign.ThenIt => (0, 1, 1),
        NameSign.Unintroduced => (0, 0.75, 0.75),
        NameSign.InAStatement or NameSign.We => (0, 0.75, 0),
        NameSign.NoGivenFirst => (0, 0.5, 0),
        NameSign.Speaks => (1, 1, 0),
        NameSign.KnownPlace or NameSign.CalledPlace or NameSign.PlaceWord => (0, 0, 3),
        _ => default,
    };
}
