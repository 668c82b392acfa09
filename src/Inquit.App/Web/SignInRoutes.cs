using Inquit.App.Serving;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace Inquit.App.Web;

/// <summary>A browser gives its key once, and has a cookie for it from then on.</summary>
internal static class SignInRoutes
{
    /// <summary>Maps what the form on the page for signing in sends.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-in", SignInAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-out", SignOutAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> SignInAsync(HttpContext context, ServeOptions options, SharedEngine engine, [FromForm] string? key, [FromForm] string? to)
    {
        engine.Count($"sign in {Client.Of(context)}");
        if (Access.HolderOf(key?.Trim() ?? string.Empty, options) is not { } holder)
        {
            return Results.LocalRedirect($"/sign-in?wrong=true&to={Uri.EscapeDataString(Local(to))}");
        }

        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, holder, new AuthenticationProperties { IsPersistent = true }).ConfigureAwait(false);
        return Results.LocalRedirect(Local(to));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, [FromForm] string? to)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme).ConfigureAwait(false);
        return Results.LocalRedirect(Local(to));
    }

    /// <summary>A page of this server; the first one where somebody wrote another address.</summary>
    private static string Local(string? to) => to is ['/', not ('/' or '\\'), ..] or "/" ? to : "/";
}
