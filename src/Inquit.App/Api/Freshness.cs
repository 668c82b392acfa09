using System.Globalization;
using Inquit.Ledger;
using Microsoft.Net.Http.Headers;

namespace Inquit.App.Api;

/// <summary>
/// Says of an answer which revision of the ledger it shows (<c>ETag</c>), and answers 304 to one who has that already. The tag is weak, since
/// one answer may be packed in several ways; it is of this run of the server, since another may serve another ledger.
/// </summary>
internal sealed class Freshness(ILedger ledger) : IEndpointFilter
{
    /// <summary>What caches may do: keep it for the one who asked, and ask again each time.</summary>
    public const string Private = "private, no-cache";

    private static readonly string Run = Guid.NewGuid().ToString("N")[..8];

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var revision = await ledger.RevisionAsync(context.HttpContext.RequestAborted).ConfigureAwait(false);
        var tag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{Run}-{revision}\""), isWeak: true);
        response.Headers.CacheControl = Private;
        response.Headers.ETag = tag.ToString();
        return request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : await next(context).ConfigureAwait(false);
    }
}
