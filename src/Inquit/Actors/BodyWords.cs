using System.Collections.Frozen;

namespace Inquit.Actors;

/// <summary>Words by which a name shows that it is a body's: legal forms and trades at its end, what sort of body it is at its start. Own knowledge of names.</summary>
internal static class BodyWords
{
    /// <summary>Last words of the names of companies: legal forms and trades. They are left out in a short name.</summary>
    private static readonly FrozenSet<string> Trades = Set(
        "Inc. Inc Corp. Corp Corporation Co. Company Group Ltd. Ltd LLC plc Holdings Holding Motors Airlines Airways Technologies Industries Pictures Records AG SE SA S.A. GmbH NV N.V. AB ASA Oyj SpA LLP Foods Mills Stores " +
        "Pharmaceuticals Pharma Energy Electric Electronics Systems Software Partners Capital Insurance Petroleum Steel Timber Mining Chemicals Logistics Shipping Railways Brewery Breweries Textiles Studios Entertainment " +
        "Communications Telecom Semiconductor Biotech Laboratories Labs Aerospace Automotive Enterprises Solutions Ventures Securities Cement Publishing Hotels Resorts Supermarkets Brothers Bros. Limited Incorporated " +
        "Coal Oil Gas Healthcare Financial Properties Realty Construction Engineering Dynamics Robotics Therapeutics Dairy Beverages Furniture Shipyard Shipyards Ferries Freight Cargo Networks Cosmetics Sportswear Wireless " +
        "Broadcasting Analytics Consulting Associates Investments Advisors Tobacco");

    /// <summary>Other last words that are left out in a short name.</summary>
    private static readonly FrozenSet<string> Droppable = Set("News University Politics Bank Media Magazine Institute School Television TV Radio Poll Network College Newspaper Party Online International");

    /// <summary>Other last words of a body's name, which its short name keeps.</summary>
    private static readonly FrozenSet<string> Endings = Set(
        "Ministry Department Council Committee Commission Court Tribunal Agency Authority Association Federation Confederation Alliance Coalition League Society Club Foundation Trust Fund Board Bureau Office Centre Center " +
        "Academy Hospital Clinic Museum Library Parliament Assembly Senate Congress Cabinet Army Navy Police Service Services Workers Farmers Teachers Post Herald Tribune Gazette Courier Ledger Chronicle Guardian Observer " +
        "Examiner Inquirer Dispatch Bulletin Telegraph Times Journal Press Registry Exchange Airport Church Organization Organisation Initiative Campaign Administration Government");

    /// <summary>First words of a body's name.</summary>
    private static readonly FrozenSet<string> Openings = Set(
        "Bank Banco Banca Banque Bankhaus Crédit Credito Caixa Grupo Groupe Gruppo Compañía Companhia Compagnie Société Sociedad Sociedade Università Universidad Université Universität Universidade University Institute " +
        "Institut Instituto Ministry Department Council Committee Commission Court Agency Authority Association Federation Confederation League Society Office Bureau Academy Partido Parti Partito Radio Deutsche Daily");

    /// <summary>Whether a word ends the name of a company: "Acme | Foods".</summary>
    public static bool IsTrade(string word) => Trades.Contains(word);

    /// <summary>Whether a word is one that ends the name of a body and is left out in its short name.</summary>
    public static bool IsDroppable(string word) => Trades.Contains(word) || Droppable.Contains(word);

    /// <summary>Whether a word begins the names of bodies: "Bank | of Velmoria".</summary>
    public static bool IsOpening(string word) => Openings.Contains(word);

    /// <summary>Whether a name of several words shows by its first or its last word that it is a body's.</summary>
    public static bool Mark(string first, string last) => IsDroppable(last) || Endings.Contains(last) || Openings.Contains(first);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
