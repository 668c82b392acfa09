namespace Inquit.App.Serving;

/// <summary>Tells browsers what pages of this server may do: nothing but what this server sends, in no frame, without a word to others.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>What pages may load: from this server only, no script or style that stands in a page.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>Called for each request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: an answer that goes wrong is begun anew, without the headers that it had.
        context.Response.OnStarting(Add, context.Response.Headers);
        return next(context);
    }

    private static Task Add(object answer)
    {
        var headers = (IHeaderDictionary)answer;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Policy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return Task.CompletedTask;
    }
}
