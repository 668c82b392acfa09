namespace Inquit.App.Api;

/// <summary>The API: what can be asked for under <c>/api/v1</c>, and whether the server is well.</summary>
internal static class ApiRoutes
{
    /// <summary>Where it begins.</summary>
    public const string Prefix = "/api/v1";

    /// <summary>Whether a path is for programs.</summary>
    public static bool IsApi(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/openapi") || path.StartsWithSegments("/health");

    /// <summary>Registers what the routes need.</summary>
    public static void AddTo(IServiceCollection services)
    {
    }

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.Map("/api/v1/{**rest}", context => throw RefusedException.NotFound($"There is nothing at {context.Request.Path}. /openapi/v1.json lists what there is."));
    }
}
