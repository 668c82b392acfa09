using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>Reads countries, as ISO 3166-1 alpha-2, off the names and nationalities in a phrase.</summary>
internal sealed class CountryReader(ParsedText text, ArticleNames names)
{
    /// <summary>The country of a body by its name and by whose it is: "Kenya's Ministry of Health", "the Kenyan health ministry".</summary>
    public string? OfBody(TokenRange name)
    {
        for (var token = name.Start; token < name.End && name.Length > 1; token++)
        {
            if (Gazetteer.Default.Find(text.Form(token)) is { Kind: GazetteerKind.City, Country: { } home })
            {
                return home; // "Leipzig University"
            }
        }

        var owner = name.Start > 1 && text.IsPossessive(name.Start - 1) ? name.Start - 2 : name.Start - 1;
        owner -= owner > 0 && text.Upos(owner) == UniversalPos.NOUN && BodyNouns.Contains(text.Lemma(owner)) ? 1 : 0; // "the Swedish | carmaker Acme"
        return Of(name) ?? (owner < 0 || !text.SentenceOf(name.Start).Contains(owner) ? null
            : names.At(owner) is { Type: EntityType.Place } place ? names.EntryOf(place.Tokens)?.Country : char.IsUpper(text.Form(owner)[0]) ? Gazetteer.Default.CountryOfDemonym(text.Word(owner)) : null);
    }

    /// <summary>The country that the names and demonyms of a phrase tell: the first one found.</summary>
    public string? Of(TokenRange phrase)
    {
        for (var token = phrase.Start; token < phrase.End; token++)
        {
            if (names.At(token) is { } mention && mention.Tokens.Start == token && names.EntryOf(mention.Tokens)?.Country is { } country)
            {
                return country;
            }

            if (char.IsUpper(text.Form(token)[0]) && Gazetteer.Default.CountryOfDemonym(text.Word(token)) is { } demonym)
            {
                return demonym;
            }

            if (text.Upos(token) == UniversalPos.PROPN && Gazetteer.Default.Find(text.Form(token)) is { Kind: GazetteerKind.State or GazetteerKind.Region or GazetteerKind.Seat, Country: { } place })
            {
                return place;
            }
        }

        return null;
    }
}
