using System.Data.Common;
using System.Globalization;
using Inquit.Ledger;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace Inquit.App.Api;

/// <summary>A request that is not answered as asked; the message says what was wrong with what, and what to do.</summary>
internal sealed class RefusedException(int status, string message) : Exception(message)
{
    /// <summary>The status of the answer.</summary>
    public int Status => status;

    /// <summary>In how long the same request may be answered; null where that is not known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What was asked for is not there.</summary>
    public static RefusedException NotFound(string message) => new(StatusCodes.Status404NotFound, message);

    /// <summary>The request cannot be understood.</summary>
    public static RefusedException BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);
}

/// <summary>Errors as answers: problem details (RFC 9457).</summary>
internal static class Problems
{
    /// <summary>An answer that says what was wrong.</summary>
    public static IResult Of(int status, string detail) => Results.Problem(detail, statusCode: status, title: ReasonPhrases.GetReasonPhrase(status));
}

/// <summary>Makes answers of what goes wrong while a request is answered.</summary>
internal sealed partial class ProblemHandler(ILogger<ProblemHandler> log) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var (status, detail) = exception switch
        {
            RefusedException refused => (refused.Status, refused.Message),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (StatusCodes.Status413PayloadTooLarge, Serving.BodyLimit.Message),
            BadHttpRequestException { InnerException: System.Text.Json.JsonException json } => (StatusCodes.Status400BadRequest, $"The body is not what /openapi/v1.json describes: {json.Message}"),
            BadHttpRequestException bad => (bad.StatusCode, bad.Message),
            DbException or LedgerException => (StatusCodes.Status503ServiceUnavailable, "The ledger does not answer. Try again later."),
            BrokenEnvironmentException => (StatusCodes.Status503ServiceUnavailable, "The models cannot be used, so no article can be read. Whoever runs this server sees why in its messages."),
            _ => (StatusCodes.Status500InternalServerError, "A mistake in inquit. Please report it with what you asked for."),
        };
        var asked = context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path; // the path itself is the error page's by now
        if (status is StatusCodes.Status500InternalServerError or StatusCodes.Status503ServiceUnavailable && exception is not RefusedException)
        {
            LogFault(log, asked, exception);
        }

        if (exception is RefusedException { RetryAfter: { } wait })
        {
            context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        context.Response.StatusCode = status;
        if (!ApiRoutes.IsApi(asked))
        {
            context.Request.Method = HttpMethods.Get; // the page that says so is shown, whatever was asked for
            return false;
        }

        await Problems.Of(status, detail).ExecuteAsync(context).ConfigureAwait(false);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} could not be answered.")]
    private static partial void LogFault(ILogger log, string path, Exception exception);
}
