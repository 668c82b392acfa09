using System.Text.Json;

namespace Inquit.Reading.Following;

/// <summary>Keeps what is remembered of the feeds that are followed in a JSON file, which is replaced as a whole or not at all.</summary>
public sealed class FollowFile
{
    private const int Version = 1;

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly string path;

    /// <summary>Names the file.</summary>
    public FollowFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        this.path = Path.GetFullPath(path);
    }

    /// <summary>What the file holds; nothing where there is no file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or of a later version.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public FollowState Load()
    {
        try
        {
            using var file = File.OpenRead(path);
            var kept = JsonSerializer.Deserialize<Kept>(file, Options);
            return kept is { Version: Version, State.Feeds: not null } && kept.State.Feeds.Values.All(feed => feed is { Poll.Address: not null, Seen: not null, Tries: not null })
                ? kept.State
                : throw new InvalidDataException("It is not of this version.");
        }
        catch (FileNotFoundException)
        {
            return FollowState.Empty;
        }
        catch (JsonException damage)
        {
            throw new InvalidDataException(damage.Message, damage);
        }
    }

    /// <summary>Replaces the file. Whoever reads it, also after a crash, finds the old state or the new one.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Save(FollowState state)
    {
        var beside = path + ".new";
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, new Kept(Version, state), Options);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    private sealed record Kept(int Version, FollowState State);
}
