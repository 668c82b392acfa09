using Inquit.Actors;
using Inquit.Ledger.Search;
using Inquit.Ledger.Sql;

namespace Inquit.Ledger.Actors;

/// <summary>
/// The actors of a ledger as the writer holds them, and how what changes is stored. It belongs to one revision of the ledger; once a
/// write fails, or another has written, it is loaded anew.
/// </summary>
internal sealed class ActorBook
{
    private readonly ActorDirectory directory;

    /// <summary>Of each profile, its number and its record in the store.</summary>
    private readonly Dictionary<ActorProfile, (long Id, int Record)> profiles = [];

    /// <summary>Of each record, its actor in the store.</summary>
    private readonly List<int> actors = [];

    private long lastProfile;

    private ActorBook(ActorDirectory directory, long revision) => (this.directory, Revision) = (directory, revision);

    /// <summary>The revision of the ledger that this is of.</summary>
    public long Revision { get; set; }

    /// <summary>Loads the actors of a ledger.</summary>
    public static async Task<ActorBook> LoadAsync(Session session, long revision, CancellationToken cancellation)
    {
        var records = new List<(int? SplitFrom, int Actor, List<ActorProfile> Profiles)>();
        await using (var row = await session.ReadAsync($"SELECT split_from, actor FROM actor_record ORDER BY id", cancellation).ConfigureAwait(false))
        {
            while (await row.ReadAsync(cancellation).ConfigureAwait(false))
            {
                records.Add((row.NumberOrNull(0), row.Number(1), []));
            }
        }

        var profiles = new List<(ActorProfile Profile, long Id, int Record)>();
        await using (var row = await session.ReadAsync($"SELECT id, record, name, type, role, affiliation, country FROM actor_profile ORDER BY id", cancellation).ConfigureAwait(false))
        {
            while (await row.ReadAsync(cancellation).ConfigureAwait(false))
            {
                profiles.Add((ReadProfile(row, 2), row.GetInt64(0), row.Number(1)));
                records[profiles[^1].Record].Profiles.Add(profiles[^1].Profile);
            }
        }

        var decisions = await ReadDecisionsAsync(session, cancellation).ConfigureAwait(false);
        var book = new ActorBook(new ActorDirectory(records.Select((record, id) => new ActorRecord(id, [.. record.Profiles], record.SplitFrom)), decisions), revision);
        foreach (var (profile, id, record) in profiles)
        {
            book.profiles[profile] = (id, record);
            book.lastProfile = id;
        }

        book.actors.AddRange(records.Select(record => record.Actor));
        return book;
    }

    /// <summary>The decisions that hold.</summary>
    public static async Task<List<ActorDecision>> ReadDecisionsAsync(Session session, CancellationToken cancellation)
    {
        var decisions = new List<ActorDecision>();
        await using var row = await session.ReadAsync($"SELECT number, kind, first_record, second_record, name, type, role, affiliation, country FROM actor_decision ORDER BY number", cancellation).ConfigureAwait(false);
        while (await row.ReadAsync(cancellation).ConfigureAwait(false))
        {
            decisions.Add(new ActorDecision(row.Number(0), row.Value<ActorDecisionKind>(1), row.Number(2), row.Number(3), row.IsDBNull(4) ? null : ReadProfile(row, 4)));
        }

        return decisions;
    }

    /// <summary>A profile from five columns: name, type, role, affiliation, country.</summary>
    public static ActorProfile ReadProfile(System.Data.Common.DbDataReader row, int column) =>
        new(row.Text(column)!, row.Value<SpeakerType>(column + 1), row.Text(column + 2), row.Text(column + 3), row.Text(column + 4));

    /// <summary>The number of the profile of a speaker, which is stored with its actor where it is new; null for a speaker without a name.</summary>
    public async Task<long?> ResolveAsync(Session session, Speaker speaker, CancellationToken cancellation)
    {
        if (speaker.ResolvedBy == SpeakerResolution.None || string.IsNullOrWhiteSpace(speaker.Name) || !speaker.Members.IsEmpty)
        {
            return null;
        }

        var profile = new ActorProfile(speaker.Name, speaker.Type, speaker.Role, speaker.Affiliation, speaker.Country);
        if (profiles.TryGetValue(profile, out var known))
        {
            return known.Id;
        }

        var (actor, isNew, _) = directory.Resolve(profile);
        if (isNew)
        {
            await AddRecordAsync(session, null, actor.Id, cancellation).ConfigureAwait(false);
        }

        await AddProfileAsync(session, profile, isNew ? actors.Count - 1 : RecordOf(profile, actor.Id), cancellation).ConfigureAwait(false);
        await WriteActorAsync(session, actor, cancellation).ConfigureAwait(false);
        return profiles[profile].Id;
    }

    /// <summary>Merges two actors.</summary>
    public Task<ActorDecision> MergeAsync(Session session, int first, int second, CancellationToken cancellation) =>
        DecideAsync(session, () => directory.Merge(first, second), cancellation);

    /// <summary>Splits a profile off an actor.</summary>
    public Task<ActorDecision> SplitAsync(Session session, int actor, ActorProfile profile, CancellationToken cancellation) =>
        DecideAsync(session, () => directory.Split(actor, profile), cancellation);

    /// <summary>Takes a decision back.</summary>
    public Task<ActorDecision> UndoAsync(Session session, int number, CancellationToken cancellation) =>
        DecideAsync(
            session,
            () =>
            {
                var decision = directory.Decisions.FirstOrDefault(decision => decision.Number == number) ?? throw new ArgumentException("No such decision holds.", nameof(number));
                directory.Undo(decision);
                return decision;
            },
            cancellation);

    private async Task<ActorDecision> DecideAsync(Session session, Func<ActorDecision> decide, CancellationToken cancellation)
    {
        var decision = decide();
        foreach (var record in directory.Records)
        {
            var actor = directory.Find(record.Id).Id;
            if (record.Id == actors.Count)
            {
                await AddRecordAsync(session, record.SplitFrom, actor, cancellation).ConfigureAwait(false);
            }
            else if (actors[record.Id] != actor)
            {
                actors[record.Id] = actor;
                await session.WriteAsync($"UPDATE actor_record SET actor = {actor} WHERE id = {record.Id}", cancellation).ConfigureAwait(false);
            }

            foreach (var profile in record.Profiles)
            {
                await PlaceProfileAsync(session, profile, record.Id, cancellation).ConfigureAwait(false);
            }
        }

        await session.WriteAsync($"DELETE FROM actor", cancellation).ConfigureAwait(false);
        foreach (var actor in directory.Actors)
        {
            await WriteActorAsync(session, actor, cancellation).ConfigureAwait(false);
        }

        await session.WriteAsync($"DELETE FROM actor_decision", cancellation).ConfigureAwait(false);
        foreach (var (number, kind, first, second, profile) in directory.Decisions)
        {
            await session.WriteAsync(
                $"""
                INSERT INTO actor_decision (number, kind, first_record, second_record, name, type, role, affiliation, country)
                VALUES ({number}, {kind.StoredName()}, {first}, {second}, {profile?.Name}, {profile?.Type.StoredName()}, {profile?.Role}, {profile?.Affiliation}, {profile?.Country})
                """,
                cancellation).ConfigureAwait(false);
        }

        return decision;
    }

    private async Task PlaceProfileAsync(Session session, ActorProfile profile, int record, CancellationToken cancellation)
    {
        if (!profiles.TryGetValue(profile, out var stored))
        {
            await AddProfileAsync(session, profile, record, cancellation).ConfigureAwait(false);
        }
        else if (stored.Record != record)
        {
            profiles[profile] = (stored.Id, record);
            await session.WriteAsync($"UPDATE actor_profile SET record = {record} WHERE id = {stored.Id}", cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The record of an actor that got a profile. It is told from the actor alone unless the actor was merged.</summary>
    private int RecordOf(ActorProfile profile, int actor) =>
        directory.Decisions.IsEmpty && actors[actor] == actor ? actor : directory.Records.First(record => record.Profiles.Contains(profile)).Id;

    private async Task AddRecordAsync(Session session, int? splitFrom, int actor, CancellationToken cancellation)
    {
        await session.WriteAsync($"INSERT INTO actor_record (id, split_from, actor) VALUES ({actors.Count}, {splitFrom}, {actor})", cancellation).ConfigureAwait(false);
        actors.Add(actor);
    }

    private async Task AddProfileAsync(Session session, ActorProfile profile, int record, CancellationToken cancellation)
    {
        profiles[profile] = (++lastProfile, record);
        await session.WriteAsync(
            $"""
            INSERT INTO actor_profile (id, record, name, name_words, type, role, affiliation, country)
            VALUES ({lastProfile}, {record}, {profile.Name}, {SearchWords.OfName(profile.Name) ?? ""}, {profile.Type.StoredName()}, {profile.Role}, {profile.Affiliation}, {profile.Country})
            """,
            cancellation).ConfigureAwait(false);
    }

    private static ValueTask WriteActorAsync(Session session, KnownActor actor, CancellationToken cancellation) => session.WriteAsync(
        $"""
        INSERT INTO actor (id, name, type, role, affiliation, country)
        VALUES ({actor.Id}, {actor.Profile.Name}, {actor.Profile.Type.StoredName()}, {actor.Profile.Role}, {actor.Profile.Affiliation}, {actor.Profile.Country})
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, type = excluded.type, role = excluded.role, affiliation = excluded.affiliation, country = excluded.country
        """,
        cancellation);
}
