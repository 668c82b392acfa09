using CsCheck;
using Inquit.Attribution;
using Inquit.Ledger;
using Inquit.Ledger.Search;
using Inquit.Meaning;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests;

public class SearchQueryTests
{
    [Theory]
    [InlineData("", "There is no word to look for.")]
    [InlineData("  ", "There is no word to look for.")]
    [InlineData("\"oil price", "The quotation mark before 'oil price' is not closed.")]
    [InlineData("oil \"", "The quotation mark before '' is not closed.")]
    [InlineData("-oil", "There must also be a word that is looked for, not only words that are left out.")]
    [InlineData("*", "'*' has no letter or digit to look for.")]
    [InlineData("-", "'-' has no letter or digit to look for.")]
    [InlineData("oil & gas", "'&' has no letter or digit to look for.")]
    [InlineData("\"\"", "'' has no letter or digit to look for.")]
    [InlineData("o*l", "In 'o*l' the * does not stand at the end. It stands for any end of a word.")]
    [InlineData("OR oil", "OR stands between two words.")]
    [InlineData("oil OR", "OR stands between two words.")]
    [InlineData("oil OR OR gas", "OR stands between two words.")]
    [InlineData("oil OR -gas", "OR stands between two words that are looked for.")]
    public void What_cannot_be_understood_is_said(string query, string problem) => Assert.Equal((null, problem), SearchQuery.Parse(query));

    [Theory]
    [InlineData("oil", "Oil, [oil] and OILS", "[Oil], [oil] and OILS")]
    [InlineData("bank*", "a bank, banking; embankment", "a [bank], [banking]; embankment")]
    [InlineData("\"oil price\" price", "the oil-price rose, a price", "the [oil-price] rose, a [price]")]
    [InlineData("us muller OR zurich -gas", "The U.S.’s Müller’s gas", "The [U.S].’s [Müller]’s gas")]
    [InlineData("😀x", "😀x 😀", "😀[x] 😀")]
    public void What_is_looked_for_is_found_in_a_text(string query, string text, string expected)
    {
        text = text.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var marked = text;
        foreach (var span in SearchQuery.Parse(query).Query!.Find(text).Reverse())
        {
            marked = marked.Insert(span.End, "]").Insert(span.Start, "[");
        }

        Assert.Equal(expected, marked);
    }

    [Fact]
    public void Words_stand_where_they_are_said_to_stand() => Gen.String.Sample(text =>
    {
        var last = 0;
        foreach (var (word, span) in SearchWords.Find(text))
        {
            Assert.True(span.Start >= last && span.End <= text.Length);
            last = span.End;
            if (word.Length < 64)
            {
                Assert.Equal([word], SearchWords.Of(text[span.Start..span.End]));
            }
        }
    });

    [Theory]
    [InlineData("oil price", "oil & price")]
    [InlineData("oil OR gas price", "oil|gas & price")]
    [InlineData("\"oil price\" -gas -\"crude o\"*", "oil_price !gas !crude_o*")]
    [InlineData("“price of oil”", "price_of_oil")]
    [InlineData("anti-missile*", "anti_missile*")]
    [InlineData("or OR and", "or|and")]
    [InlineData("\"OR\" not", "or & not")]
    [InlineData("near(oil)", "near_oil")]
    public void Queries_are_read(string typed, string expected)
    {
        var (query, problem) = SearchQuery.Parse(typed);
        Assert.True(query is not null, problem);
        var all = string.Join(" & ", query.All.Select(group => string.Join('|', group.Select(Show))));
        Assert.Equal(expected, string.Concat(query.None.Select(term => " !" + Show(term)).Prepend(all)));

        static string Show(SearchTerm term) => string.Join('_', term.Words) + (term.IsPrefix ? "*" : "");
    }

    [Theory]
    [InlineData("It’s Lavrov's, the workers' and O’Neill’s", "it lavrov the workers and oneill")]
    [InlineData("U.S. and U.N.-led, e.g. J.K. Rowling; the end.A b.c", "us and un led eg jk rowling the end a bc")]
    [InlineData("Ａｂｃ Straße Łódź ŒUVRE", "abc strasse lodz oeuvre")]
    [InlineData("e\u0301tat nai\u0308ve co\u00ADoperate", "etat naive cooperate")]
    [InlineData("3.5% in 2024-05, $2bn", "3 5 in 2024 05 2bn")]
    [InlineData("\ud800x\udc00 \ud835\udc00 😀y \0z\u001a", "x \ud835\udc00 y z")]
    [InlineData("'' . - _ ’s", "s")]
    public void Words_are_told_alike(string text, string words) => Assert.Equal(words, string.Join(' ', SearchWords.Of(text)));

    [Theory]
    [InlineData("2024-05-14", "2024-05-14")]
    [InlineData("2024-05-14T09:30", "2024-05-14")]
    [InlineData("2024-05", "2024-05-01")]
    [InlineData("2024", "2024-01-01")]
    [InlineData("2024-Q3", "2024-07-01")]
    [InlineData("2024-H2", "2024-07-01")]
    [InlineData("2024-W20", "2024-05-13")]
    [InlineData("2024-FA", "2001-02-03")]
    [InlineData("202", "2001-02-03")]
    [InlineData("PAST_REF", "2001-02-03")]
    [InlineData("XXXX-05-14", "2001-02-03")]
    [InlineData("2024-13", "2001-02-03")]
    [InlineData("2024-02-30", "2001-02-03")]
    [InlineData("2024-W60", "2001-02-03")]
    [InlineData("0000", "2001-02-03")]
    [InlineData("", "2001-02-03")]
    [InlineData(null, "2001-02-03")]
    public void A_statement_is_ordered_by_its_own_day_or_else_by_its_articles(string? value, string day)
    {
        var statement = new Statement { Index = 0, Kind = StatementKind.Direct, Content = [new TextSpan(0, 1)], Said = new StatementTime(value, TimeBasis.Text) };
        Assert.Equal(DateOnly.Parse(day, null), SaidDay.Of(statement, new DateOnly(2001, 2, 3)));
    }

    [Fact]
    public void Any_text_is_stored_so_that_it_comes_back() =>
        Gen.OneOf(Gen.Char['\u0000', '\u0020'], Gen.Char['\ud700', '\ue100'], Gen.Char['0', 'g']).Array[0, 40].Sample(units =>
        {
            var text = new string(units);
            var stored = StoredText.Escape(text)!;
            Assert.Equal(text, StoredText.Unescape(stored));
            Assert.DoesNotContain('\0', stored);
            Assert.Equal(stored, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(stored)));
        });
}
