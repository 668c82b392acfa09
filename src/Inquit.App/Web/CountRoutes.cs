using Inquit.App.Api;
using Inquit.App.Commands;
using Inquit.App.Serving;
using Inquit.App.Web.Parts;
using Inquit.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inquit.App.Web;

/// <summary>The counts of a search as a part of its page, for a page that did not wait for them.</summary>
internal static class CountRoutes
{
    /// <summary>Where they are.</summary>
    public const string Address = "/search/counts";

    /// <summary>Maps the part.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Address, ShowAsync).RequireAuthorization(Access.Read).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(HttpContext context, ILedger ledger)
    {
        try
        {
            var query = SearchAddress.Read(context.Request.Query);
            var counts = await ledger.FacetsAsync(query.ToSearch(), context.RequestAborted).ConfigureAwait(false);
            return new RazorComponentResult<Facets>(new { Counts = counts, Groups = Choices.Of(counts, query) });
        }
        catch (RefusedException refused)
        {
            return Problems.Of(refused.Status, refused.Message);
        }
        catch (ArgumentException refused)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, LedgerOptions.Plain(refused));
        }
    }
}
