namespace Inquit.Reading.Fetching;

/// <summary>A request that is not sent, or not to this address; the message says why and what to do.</summary>
internal sealed class RefusedRequestException(string message) : HttpRequestException(message)
{
    /// <summary>Why a request was refused; null where it failed in another way.</summary>
    public static string? Reason(Exception failure)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            if (inner is RefusedRequestException)
            {
                return inner.Message;
            }
        }

        return null;
    }

    /// <summary>What went wrong, in plain words: why a request was refused, or why it failed.</summary>
    public static string Describe(Exception failure) =>
        Reason(failure) ?? failure switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "There is no server of that name, or it cannot be found now. Check the address.",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"The connection is not safe: {failure.InnerException?.Message ?? failure.Message}",
            _ => $"The server could not be reached, or broke off: {failure.Message}",
        };
}
