
namespace Inquit.App.Web;

/// <summary>The addresses of pages about speakers.</summary>
internal static class SpeakerAddress
{
    /// <summary>The page that lists speakers.</summary>
    public const string Page = "/speakers";

    /// <summary>The page about a speaker.</summary>
    public static string Of(int actor) => $"{Page}/{ActorId.Of(actor)}";

    /// <summary>The speakers that have a name.</summary>
    public static string Named(string name) => $"{Page}?name={Uri.EscapeDataString(name)}";
}
