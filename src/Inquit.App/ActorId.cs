using System.Globalization;

namespace Inquit.App;

/// <summary>The id of an actor as people write it, <c>a12</c>.</summary>
internal static class ActorId
{
    /// <summary>The id of an actor.</summary>
    public static string Of(int actor) => string.Create(CultureInfo.InvariantCulture, $"a{actor}");

    /// <summary>The actor whose id a text is; null where it is none.</summary>
    public static int? Read(string text) =>
        text.Length > 1 && text[0] == 'a' && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
