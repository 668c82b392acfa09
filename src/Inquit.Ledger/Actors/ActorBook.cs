using System.Data.Common;
using System.Globalization;
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

    /// <summary>Of each record, its actor in the store.</summary>
    private readonly List<int> actors = [];

    /// <summary>Of each record, what was known of it when the actors that hang on it were last looked at.</summary>
    private readonly List<ActorProfile> profiles = [];

    private readonly SharedProfiles shared;

    private long lastSighting;

    private ActorBook(ActorDirectory directory, SharedProfiles shared, long revision) => (this.directory, this.shared, Revision) = (directory, shared, revision);

    /// <summary>The revision of the ledger that this is of.</summary>
    public long Revision { get; set; }

    /// <summary>Loads the actors of a ledger.</summary>
    public static async Task<ActorBook> LoadAsync(Session session, long revision, CancellationToken cancellation)
    {
        var records = new List<(int? SplitFrom, int Actor, List<ActorSighting> Sightings)>();
        await using (var row = await session.ReadAsync($"SELECT split_from, actor FROM actor_record ORDER BY id", cancellation).ConfigureAwait(false))
        {
            while (await row.ReadAsync(cancellation).ConfigureAwait(false))
            {
                records.Add((row.NumberOrNull(0), row.Number(1), []));
            }
        }

        var shared = new SharedProfiles();
        var last = 0L;
        await foreach (var (id, record, sighting) in SightingsAsync(session, shared, cancellation).ConfigureAwait(false))
        {
            records[record].Sightings.Add(sighting);
            last = id;
        }

        var decisions = await ReadDecisionsAsync(session, cancellation).ConfigureAwait(false);
        var lastDecision = (int)(await session.ReadNumberAsync($"SELECT last_decision FROM ledger", cancellation).ConfigureAwait(false) ?? 0);
        var directory = new ActorDirectory(records.Select((record, id) => new ActorRecord(id, [.. record.Sightings], record.SplitFrom)), decisions, lastDecision);
        var book = new ActorBook(directory, shared, revision) { lastSighting = last };
        book.actors.AddRange(records.Select(record => record.Actor));
        book.profiles.AddRange(records.Select((_, id) => directory.ProfileOf(id)));
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
    public static ActorProfile ReadProfile(DbDataReader row, int column) =>
        new(row.Text(column)!, row.Value<SpeakerType>(column + 1), row.Text(column + 2), row.Text(column + 3), row.Text(column + 4));

    /// <summary>What an article says of actors, for an article that is being written.</summary>
    public async Task<ArticleSightings> OpenAsync(Session session, int article, CancellationToken cancellation)
    {
        var known = new Dictionary<ActorProfile, long>();
        await using var row = await session.ReadAsync($"SELECT id, name, type, role, affiliation, country FROM actor_sighting WHERE article = {article}", cancellation).ConfigureAwait(false);
        while (await row.ReadAsync(cancellation).ConfigureAwait(false))
        {
            known[ReadProfile(row, 1)] = row.GetInt64(0);
        }

        return new ArticleSightings(known, profile => AddAsync(session, article, profile, cancellation));
    }

    /// <summary>Forgets what an article said of actors, and says no more since it was read again.</summary>
    public async Task ForgetUnusedAsync(Session session, int article, CancellationToken cancellation)
    {
        var unused = new List<(long Id, int Record, ActorSighting Sighting)>();
        await using (var row = await session.ReadAsync(
            $"SELECT g.id, g.record, g.name, g.type, g.role, g.affiliation, g.country FROM actor_sighting g WHERE g.article = {article} AND NOT EXISTS (SELECT 1 FROM speaker p WHERE p.sighting = g.id)",
            cancellation).ConfigureAwait(false))
        {
            while (await row.ReadAsync(cancellation).ConfigureAwait(false))
            {
                unused.Add((row.GetInt64(0), row.Number(1), new ActorSighting(KeyOf(article), ReadProfile(row, 2))));
            }
        }

        foreach (var (number, record, sighting) in unused)
        {
            await session.WriteAsync($"DELETE FROM actor_sighting WHERE id = {number}", cancellation).ConfigureAwait(false);
            directory.Forget(sighting);
            await RefreshAsync(session, record, cancellation).ConfigureAwait(false);
        }
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
                var decision = directory.Decisions.FirstOrDefault(decision => decision.Number == number) ?? throw new ArgumentException($"No decision {number} holds.", nameof(number));
                directory.Undo(decision);
                return decision;
            },
            cancellation);

    /// <summary>Stores a new sighting with its actor; returns its number.</summary>
    private async Task<long> AddAsync(Session session, int article, ActorProfile profile, CancellationToken cancellation)
    {
        var (record, _, _, _) = directory.Resolve(KeyOf(article), shared.Of(profile));
        var isNew = record == actors.Count;
        if (isNew)
        {
            await AddRecordAsync(session, record, null, cancellation).ConfigureAwait(false);
        }

        await AddSightingAsync(session, article, profile, record, cancellation).ConfigureAwait(false);
        if (isNew || !ReferenceEquals(profiles[record], directory.ProfileOf(record)))
        {
            await RefreshAsync(session, record, cancellation).ConfigureAwait(false);
        }

        return lastSighting;
    }

    /// <summary>Stores what changed since other things are known of a record: its actor, and whose the records are that lean on it or did.</summary>
    private async Task RefreshAsync(Session session, int record, CancellationToken cancellation)
    {
        profiles[record] = directory.ProfileOf(record);
        foreach (var leaning in directory.MayLeanOn(record).Prepend(record).ToArray())
        {
            await PlaceRecordAsync(session, leaning, cancellation).ConfigureAwait(false);
        }

        var actor = directory.Find(record);
        if (directory.IsActor(actor.Id))
        {
            await WriteActorAsync(session, actor, cancellation).ConfigureAwait(false);
        }
        else
        {
            await session.WriteAsync($"DELETE FROM actor WHERE id = {actor.Id}", cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Stores a person's decision and all that it changes, which may be anything.</summary>
    private async Task<ActorDecision> DecideAsync(Session session, Func<ActorDecision> decide, CancellationToken cancellation)
    {
        var decision = decide();
        var stored = new Dictionary<ActorSighting, (long Id, int Record)>();
        await foreach (var (id, record, sighting) in SightingsAsync(session, shared, cancellation).ConfigureAwait(false))
        {
            stored[sighting] = (id, record);
        }

        foreach (var record in directory.Records)
        {
            if (record.Id == actors.Count)
            {
                await AddRecordAsync(session, record.Id, record.SplitFrom, cancellation).ConfigureAwait(false);
            }

            foreach (var sighting in record.Sightings)
            {
                if (!stored.TryGetValue(sighting, out var known))
                {
                    await AddSightingAsync(session, null, sighting.Profile, record.Id, cancellation).ConfigureAwait(false);
                }
                else if (known.Record != record.Id)
                {
                    await session.WriteAsync($"UPDATE actor_sighting SET record = {record.Id} WHERE id = {known.Id}", cancellation).ConfigureAwait(false);
                }
            }
        }

        await StoreActorsAsync(session, cancellation).ConfigureAwait(false);
        await WriteLastDecisionAsync(session, directory.LastDecision, cancellation).ConfigureAwait(false);
        await session.WriteAsync($"DELETE FROM actor_decision", cancellation).ConfigureAwait(false);
        foreach (var held in directory.Decisions)
        {
            await WriteDecisionAsync(session, held, cancellation).ConfigureAwait(false);
        }

        return decision;
    }

    /// <summary>Stores whose each record is, and all that is known of each actor.</summary>
    public async Task StoreActorsAsync(Session session, CancellationToken cancellation)
    {
        foreach (var record in directory.Records)
        {
            profiles[record.Id] = directory.ProfileOf(record.Id);
            await PlaceRecordAsync(session, record.Id, cancellation).ConfigureAwait(false);
        }

        await session.WriteAsync($"DELETE FROM actor", cancellation).ConfigureAwait(false);
        foreach (var actor in directory.Actors)
        {
            await WriteActorAsync(session, actor, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Stores the number that was given to a decision last.</summary>
    public static ValueTask WriteLastDecisionAsync(Session session, int number, CancellationToken cancellation) =>
        session.WriteAsync($"UPDATE ledger SET last_decision = {number}", cancellation);

    /// <summary>Stores a decision that holds.</summary>
    public static ValueTask WriteDecisionAsync(Session session, ActorDecision decision, CancellationToken cancellation)
    {
        var (number, kind, first, second, profile) = decision;
        return session.WriteAsync(
            $"""
            INSERT INTO actor_decision (number, kind, first_record, second_record, name, type, role, affiliation, country)
            VALUES ({number}, {kind.StoredName()}, {first}, {second}, {profile?.Name}, {profile?.Type.StoredName()}, {profile?.Role}, {profile?.Affiliation}, {profile?.Country})
            """,
            cancellation);
    }

    /// <summary>Stores what an article, or with null a person, says of an actor.</summary>
    public static ValueTask WriteSightingAsync(Session session, long id, int? article, int record, ActorProfile profile, CancellationToken cancellation) => session.WriteAsync(
        $"""
        INSERT INTO actor_sighting (id, article, record, name, name_words, type, role, affiliation, country)
        VALUES ({id}, {article}, {record}, {profile.Name}, {SearchWords.OfName(profile.Name) ?? ""}, {profile.Type.StoredName()}, {profile.Role}, {profile.Affiliation}, {profile.Country})
        """,
        cancellation);

    /// <summary>How the directory calls an article. A number is short, and all sightings are in memory.</summary>
    private static string KeyOf(int article) => article.ToString(CultureInfo.InvariantCulture);

    private static async IAsyncEnumerable<(long Id, int Record, ActorSighting Sighting)> SightingsAsync(Session session, SharedProfiles shared, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var (article, key) = (0, string.Empty);
        await using var row = await session.ReadAsync($"SELECT id, record, article, name, type, role, affiliation, country FROM actor_sighting ORDER BY id", cancellation).ConfigureAwait(false);
        while (await row.ReadAsync(cancellation).ConfigureAwait(false))
        {
            if ((row.NumberOrNull(2) ?? 0) is var number && number != article)
            {
                (article, key) = (number, number == 0 ? string.Empty : KeyOf(number)); // one string an article
            }

            yield return (row.GetInt64(0), row.Number(1), new ActorSighting(key, shared.Of(ReadProfile(row, 3))));
        }
    }

    private async Task AddRecordAsync(Session session, int record, int? splitFrom, CancellationToken cancellation)
    {
        var actor = directory.Find(record).Id;
        await session.WriteAsync($"INSERT INTO actor_record (id, split_from, actor) VALUES ({record}, {splitFrom}, {actor})", cancellation).ConfigureAwait(false);
        actors.Add(actor);
        profiles.Add(directory.ProfileOf(record));
    }

    private ValueTask AddSightingAsync(Session session, int? article, ActorProfile profile, int record, CancellationToken cancellation) =>
        WriteSightingAsync(session, ++lastSighting, article, record, profile, cancellation);

    /// <summary>Stores whose record that is now, where it was another's.</summary>
    private async Task PlaceRecordAsync(Session session, int record, CancellationToken cancellation)
    {
        var (before, actor) = (actors[record], directory.Find(record));
        if (before == actor.Id)
        {
            return;
        }

        actors[record] = actor.Id;
        await session.WriteAsync($"UPDATE actor_record SET actor = {actor.Id} WHERE id = {record}", cancellation).ConfigureAwait(false);
        if (before == record)
        {
            await session.WriteAsync($"DELETE FROM actor WHERE id = {record}", cancellation).ConfigureAwait(false);
        }

        await WriteActorAsync(session, actor, cancellation).ConfigureAwait(false);
    }

    private static ValueTask WriteActorAsync(Session session, KnownActor actor, CancellationToken cancellation) => session.WriteAsync(
        $"""
        INSERT INTO actor (id, name, type, role, affiliation, country)
        VALUES ({actor.Id}, {actor.Profile.Name}, {actor.Profile.Type.StoredName()}, {actor.Profile.Role}, {actor.Profile.Affiliation}, {actor.Profile.Country})
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, type = excluded.type, role = excluded.role, affiliation = excluded.affiliation, country = excluded.country
        """,
        cancellation);
}

/// <summary>What one article says of actors: each speaker's profile is resolved once.</summary>
internal sealed class ArticleSightings(Dictionary<ActorProfile, long> known, Func<ActorProfile, Task<long>> add)
{
    /// <summary>The number of what the article says of a speaker, which is stored with its actor where it is new; null for a speaker without a name.</summary>
    public async Task<long?> ResolveAsync(Speaker speaker)
    {
        if (speaker.ResolvedBy == SpeakerResolution.None || string.IsNullOrWhiteSpace(speaker.Name) || !speaker.Members.IsEmpty)
        {
            return null;
        }

        var profile = new ActorProfile(speaker.Name, speaker.Type, speaker.Role, speaker.Affiliation, speaker.Country);
        return known.TryGetValue(profile, out var id) ? id : known[profile] = await add(profile).ConfigureAwait(false);
    }
}

/// <summary>Equal profiles as one object, since most of what articles say of an actor was said before.</summary>
internal sealed class SharedProfiles
{
    private readonly Dictionary<ActorProfile, ActorProfile> known = [];

    /// <summary>The object that stands for all profiles equal to this one.</summary>
    public ActorProfile Of(ActorProfile profile) => known.TryGetValue(profile, out var shared) ? shared : known[profile] = profile;
}
