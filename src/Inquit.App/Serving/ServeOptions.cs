using Inquit.Reading.Fetching;

namespace Inquit.App.Serving;

/// <summary>What is served, where, and to whom.</summary>
internal sealed record ServeOptions
{
    /// <summary>The fewest characters of a key.</summary>
    public const int LeastKeyLength = 16;

    /// <summary>The address of the ledger.</summary>
    public required string Ledger { get; init; }

    /// <summary>Where the server listens.</summary>
    public IReadOnlyList<ListenAddress> Addresses { get; init; } = [new(null, ListenAddress.UsualPort)];

    /// <summary>Names under which the server is reached, beside those of this machine.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The key that reading needs; null where anybody may read.</summary>
    public string? ReadKey { get; init; }

    /// <summary>The key that writing needs; null where whoever reaches the server may write.</summary>
    public string? WriteKey { get; init; }

    /// <summary>Whether nobody may write.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>How many articles a client may have read in a minute.</summary>
    public int ReadsPerMinute { get; init; } = 60;

    /// <summary>The folder of the models; null for the usual one.</summary>
    public string? Models { get; init; }

    /// <summary>How pages are fetched.</summary>
    public FetchOptions Fetching { get; init; } = FetchOptions.Default;

    /// <summary>Whether only this machine reaches the server.</summary>
    public bool IsLocal => Addresses.All(address => address.IsLoopback);

    /// <summary>What keeps a server with these options from starting; null where nothing does.</summary>
    public string? Problem =>
        ReadKey?.Length < LeastKeyLength || WriteKey?.Length < LeastKeyLength ? $"A key has {LeastKeyLength} characters or more. Make one with 'openssl rand -hex 24'."
        : ReadKey is not null && ReadKey == WriteKey ? "The keys for reading and for writing are the same. Give two; the one for writing reads, too."
        : !IsLocal && WriteKey is null && !IsReadOnly ? "Others reach this address and could write. Give a key for writing (INQUIT_WRITE_KEY or --write-key-file), or --read-only."
        : null;
}
