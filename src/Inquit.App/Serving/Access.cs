using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Inquit.App.Serving;

/// <summary>
/// Who may do what. A key comes as <c>Authorization: Bearer KEY</c>, or from a browser as a cookie that signing in gave for it; whoever has
/// none may do what needs none.
/// </summary>
internal sealed class Access(IOptionsMonitor<AuthenticationSchemeOptions> schemes, ILoggerFactory logs, UrlEncoder encoder, ServeOptions options)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, logs, encoder)
{
    /// <summary>The name of this way to be known.</summary>
    public const string SchemeName = "Key";

    /// <summary>The policy, and the right, to read.</summary>
    public const string Read = "read";

    /// <summary>The policy, and the right, to write.</summary>
    public const string Write = "write";

    /// <summary>The policy, and the right, to have pages of other servers fetched: on this machine for all, else for those who have the key for writing.</summary>
    public const string Fetch = "fetch";

    private const string Bearer = "Bearer ";
    private const string Right = "right";
    private const string Somebody = "key holder"; // forms are bound to a name

    /// <summary>Registers who may do what. What says nothing else needs the right to read.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddAuthentication(SchemeName)
            .AddScheme<AuthenticationSchemeOptions, Access>(SchemeName, null)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "inquit";
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.ExpireTimeSpan = TimeSpan.FromDays(7);
            });
        var authorization = services.AddAuthorizationBuilder();
        foreach (var right in (string[])[Read, Write, Fetch])
        {
            authorization.AddPolicy(right, policy => policy.RequireClaim(Right, right));
        }

        authorization.SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireClaim(Right, Read).Build());
    }

    /// <summary>Whether somebody has a right.</summary>
    public static bool Has(ClaimsPrincipal somebody, string right) => somebody.HasClaim(Right, right);

    /// <summary>Whoever has a key; null where it opens nothing.</summary>
    public static ClaimsPrincipal? HolderOf(string key, ServeOptions options)
    {
        // Both are compared, whatever the first says, and digests of one length: the time tells nothing.
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var writes = Opens(digest, options.WriteKey);
        var reads = Opens(digest, options.ReadKey);
        return writes ? With(options.IsReadOnly ? [Read, Fetch] : [Read, Write, Fetch]) : reads ? With(options.IsLocal ? [Read, Fetch] : [Read]) : null;

        static bool Opens(byte[] digest, string? key) => CryptographicOperations.FixedTimeEquals(digest, SHA256.HashData(Encoding.UTF8.GetBytes(key ?? string.Empty))) && key is not null;
    }

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var given = Request.Headers.Authorization.ToString();
        if (given.Length > 0)
        {
            return given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && HolderOf(given[Bearer.Length..].Trim(), options) is { } holder
                ? AuthenticateResult.Success(new AuthenticationTicket(holder, SchemeName))
                : AuthenticateResult.Fail("The key opens nothing.");
        }

        if (options.ReadKey is not null || options.WriteKey is not null)
        {
            var signedIn = await Context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme).ConfigureAwait(false);
            if (signedIn.Succeeded)
            {
                return AuthenticateResult.Success(new AuthenticationTicket(signedIn.Principal, SchemeName));
            }
        }

        return AuthenticateResult.Success(new AuthenticationTicket(Anybody(options), SchemeName));
    }

    /// <summary>Without the right: signing in for pages; for programs the answer that a key is missing, or that this one does not do.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer realm=\"inquit\"";
        return RefuseAsync(StatusCodes.Status401Unauthorized, "This needs a key. Send it as 'Authorization: Bearer KEY'.");
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (options.IsReadOnly)
        {
            return RefuseAsync(StatusCodes.Status403Forbidden, "This server reads only; nothing can be changed.");
        }

        return Request.Headers.Authorization.Count > 0
            ? RefuseAsync(StatusCodes.Status403Forbidden, "This key does not open that. Another one is needed.")
            : HandleChallengeAsync(properties);
    }

    private Task RefuseAsync(int status, string detail)
    {
        if (!Api.ApiRoutes.IsApi(Request.Path) && HttpMethods.IsGet(Request.Method))
        {
            Response.Redirect($"/sign-in?to={Uri.EscapeDataString(Request.Path + Request.QueryString)}");
            return Task.CompletedTask;
        }

        return Api.Problems.Of(status, detail).ExecuteAsync(Context);
    }

    private static ClaimsPrincipal Anybody(ServeOptions options)
    {
        var rights = new List<string>();
        if (options.ReadKey is null)
        {
            rights.Add(Read);
            if (options.IsLocal)
            {
                rights.Add(Fetch);
            }
        }

        if (options.WriteKey is null && options.ReadKey is null && options.IsLocal && !options.IsReadOnly)
        {
            rights.Add(Write);
        }

        return With([.. rights]);
    }

    private static ClaimsPrincipal With(string[] rights) => new(new ClaimsIdentity(rights.Select(right => new Claim(Right, right)).Append(new Claim(ClaimTypes.Name, Somebody)), SchemeName));
}
