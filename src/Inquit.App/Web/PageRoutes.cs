
namespace Inquit.App.Web;

/// <summary>The pages for people.</summary>
internal static class PageRoutes
{
    /// <summary>Registers what the pages need.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
    }

    /// <summary>Maps the pages, and the files that they load.</summary>
    public static void Map(WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        SignInRoutes.Map(app);
        CountRoutes.Map(app);
        FeedRoutes.Map(app);
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null);
    }
}
