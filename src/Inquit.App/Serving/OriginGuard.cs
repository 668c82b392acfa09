using Inquit.App.Api;

namespace Inquit.App.Serving;

/// <summary>
/// Refuses what changes something, costs work or opens a channel where a page of another site sent it. Browsers say where a request comes
/// from; programs that are no browsers do not, and are not refused.
/// </summary>
internal sealed class OriginGuard(RequestDelegate next)
{
    /// <summary>Called for each request.</summary>
    public Task InvokeAsync(HttpContext context) => IsHarmless(context) || IsOwn(context.Request)
        ? next(context)
        : Problems.Of(StatusCodes.Status403Forbidden, "A page of another site sent this. Only pages of this server, and programs, may do so.").ExecuteAsync(context);

    private static bool IsHarmless(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) && !context.WebSockets.IsWebSocketRequest && !context.Request.Headers.ContainsKey("Upgrade");

    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none"))
        {
            return false;
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(new Uri($"{from.Scheme}://{request.Host}").Authority, StringComparison.OrdinalIgnoreCase));
    }
}
