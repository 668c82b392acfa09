using Inquit.App.Serving;
using Microsoft.AspNetCore.Http.Json;

namespace Inquit.App.Api;

/// <summary>The API: what can be asked for under <c>/api/v1</c>, its description, and whether the server is well.</summary>
internal static class ApiRoutes
{
    /// <summary>Where it begins.</summary>
    public const string Prefix = "/api/v1";

    /// <summary>Whether a path is for programs.</summary>
    public static bool IsApi(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/openapi") || path.StartsWithSegments("/health");

    /// <summary>What is said where nothing answers.</summary>
    public static string Explain(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status405MethodNotAllowed => $"{context.Request.Path} takes {context.Response.Headers.Allow}, not {context.Request.Method}.",
        StatusCodes.Status415UnsupportedMediaType => $"The body is '{context.Request.ContentType}'. Send application/json.",
        _ => $"There is nothing at {context.Request.Path}. /openapi/v1.json lists what there is.",
    };

    /// <summary>Registers what the routes need.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<ArticleSource>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.Configure<JsonOptions>(json =>
        {
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.RespectNullableAnnotations = true;
        });
        services.AddOpenApi("v1", OpenApiPage.Describe);
    }

    /// <summary>Maps the routes.</summary>
    public static void Map(WebApplication app)
    {
        app.MapHealthChecks("/health", new() { AllowCachingResponses = false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { AllowCachingResponses = false }).AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();

        var api = app.MapGroup(Prefix).RequireAuthorization(Access.Read).DisableAntiforgery().ProducesProblem(StatusCodes.Status400BadRequest);
        var reading = api.MapGroup("").AddEndpointFilter<RouteGroupBuilder, Freshness>();
        ArticleRoutes.Map(reading);
        SearchRoutes.Map(reading);
        ActorRoutes.Map(reading);
        ArticleRoutes.MapReading(api);
        ActorRoutes.MapWriting(api.MapGroup("").RequireAuthorization(Access.Write));
        OpenApiPage.Map(app);
    }
}
