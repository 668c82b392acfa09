using Inquit.Reading;
using Inquit.Training.Pages;
using Xunit;

namespace Inquit.Tests;

/// <summary>The reader of pages reaches on two sets of pages what it was to reach.</summary>
public sealed class PageScoreTests
{
    [Fact]
    public void Article_bodies_keep_their_figures()
    {
        var score = Score("scrapinghub");
        Assert.True(score.Body >= 0.970, $"body {score.Body}");
    }

    [Fact]
    public void News_pages_keep_their_figures()
    {
        var score = Score("newspages");
        Assert.True(score.Body >= 0.955, $"body {score.Body}");
        Assert.True(score.Title >= 0.93, $"title {score.Title}");
        Assert.True(score.Date >= 0.87, $"date {score.Date}");
        Assert.True(score.Authors >= 0.89, $"authors {score.Authors}");
    }

    /// <summary>Reads all pages of a set, writes the figures of both halves and of the whole to the test's output, and returns those of the whole.</summary>
    private static PageScorer Score(string set)
    {
        var pages = PageTruth.ReadAll(CorpusData.Folder(Path.Join("html", set)));
        var results = new ArticleReader(Stream.Null).Pages(pages.Select(page => page.Path)).AsParallel().AsOrdered().Select(read => read().Article).ToArray();
        var (all, worked, counted) = (new PageScorer(), new PageScorer(), new PageScorer());
        foreach (var (page, article) in pages.Zip(results))
        {
            all.Add(page, article);
            (page.IsWorkedWith ? worked : counted).Add(page, article);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{set}\nworked with: {worked}\ncounted:     {counted}\nall:         {all}");
        return all;
    }
}
