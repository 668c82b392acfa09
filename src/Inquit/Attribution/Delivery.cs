using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>How a statement reached the world: to whom, through what and where it was said. Each in text order, empty where the text does not say.</summary>
/// <param name="Addressee">To whom.</param>
/// <param name="Medium">Through what.</param>
/// <param name="Place">Where the saying took place.</param>
internal sealed record Delivery(IReadOnlyList<TokenRange> Addressee, IReadOnlyList<TokenRange> Medium, IReadOnlyList<TokenRange> Place)
{
    /// <summary>Nothing is said of it.</summary>
    public static Delivery Unsaid { get; } = new([], [], []);

    /// <summary>The statement with this said of it.</summary>
    public Statement AddTo(Statement statement, Segmentation segmentation) => this == Unsaid ? statement : statement with
    {
        Addressee = [.. Addressee.Select(segmentation.SpanOf)],
        Medium = [.. Medium.Select(segmentation.SpanOf)],
        Place = [.. Place.Select(segmentation.SpanOf)],
    };
}

/// <summary>What a phrase beside a cue tells of the saying.</summary>
internal enum DeliveryRole
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>To whom it is said.</summary>
    Addressee,

    /// <summary>Through what it is said.</summary>
    Medium,

    /// <summary>Where it is said.</summary>
    Place,
}

/// <summary>A phrase that tells something of the saying.</summary>
/// <param name="Role">What it tells.</param>
/// <param name="Phrase">The phrase as it was read.</param>
/// <param name="Tokens">All that belongs to it.</param>
internal sealed record DeliveryFinding(DeliveryRole Role, DeliveryPhrase Phrase, TokenRange Tokens);
