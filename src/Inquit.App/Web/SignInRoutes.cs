using Inquit.App.Api;
using Inquit.App.Serving;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Inquit.App.Web;

/// <summary>A browser gives its key once, and has a cookie for it from then on.</summary>
internal static class SignInRoutes
{
    /// <summary>Maps what the form on the page for signing in sends.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/session", SignInAsync).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
        app.MapPost("/session/end", (Delegate)SignOutAsync).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
    }

    private static async Task<IResult> SignInAsync(HttpContext context, ServeOptions options, SharedEngine engine)
    {
        var form = await FormAsync(context).ConfigureAwait(false);
        var to = form["to"].ToString();
        engine.Count($"sign in {Client.Of(context)}");
        if (Access.HolderOf(form["key"].ToString().Trim(), options) is not { } holder)
        {
            return Results.LocalRedirect($"/sign-in?wrong=true&to={Uri.EscapeDataString(Local(to))}");
        }

        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, holder, new AuthenticationProperties { IsPersistent = true }).ConfigureAwait(false);
        return Results.LocalRedirect(Local(to));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        var form = await FormAsync(context).ConfigureAwait(false);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme).ConfigureAwait(false);
        return Results.LocalRedirect(Local(form["to"]));
    }

    /// <summary>A form that a page of this server made.</summary>
    private static async Task<IFormCollection> FormAsync(HttpContext context) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }
            ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false)
            : throw RefusedException.BadRequest("This form is no longer good. Open its page again.");

    /// <summary>A page of this server; the first one where somebody wrote another address.</summary>
    private static string Local(string? to) => to is ['/', not ('/' or '\\'), ..] or "/" ? to : "/";
}
