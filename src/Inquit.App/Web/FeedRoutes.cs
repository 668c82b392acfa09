using Inquit.App.Api;
using Inquit.App.Commands;
using Inquit.App.Serving;
using Inquit.Ledger;

namespace Inquit.App.Web;

/// <summary>Feeds (Atom, RFC 4287): what a search finds, for those who follow it.</summary>
internal static class FeedRoutes
{
    /// <summary>Where a search is as a feed.</summary>
    public const string Search = "/search.atom";

    private const int UsualEntries = 50;

    /// <summary>Maps the feeds.</summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Search, SearchAsync).RequireAuthorization(Access.Read).AddEndpointFilter<RouteHandlerBuilder, Freshness>().ExcludeFromDescription();

    private static async Task<IResult> SearchAsync(HttpContext context, ILedger ledger)
    {
        try
        {
            var query = SearchAddress.Read(context.Request.Query);
            var search = query.ToSearch(UsualEntries) with { IsOldestFirst = false };
            var found = await ledger.SearchAsync(search, context.RequestAborted).ToListAsync(context.RequestAborted).ConfigureAwait(false);
            var server = new Uri($"{context.Request.Scheme}://{context.Request.Host}");
            return Results.Bytes(StatementFeed.Write(server, query, found), "application/atom+xml; charset=utf-8");
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
