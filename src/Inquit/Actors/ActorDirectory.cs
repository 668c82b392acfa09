using System.Collections.Immutable;

namespace Inquit.Actors;

/// <summary>
/// The actors known so far, and what people decided about them. It finds the actor of each new profile, or adds one. What a person
/// merged or split stays so, whatever the names say, until it is undone. A directory is for one thread at a time; it stores nothing:
/// <see cref="Records"/> and <see cref="Decisions"/> are what a ledger keeps.
/// </summary>
public sealed class ActorDirectory
{
    private readonly List<Record> records = [];
    private readonly Dictionary<ActorProfile, Record> byProfile = [];
    private readonly List<ActorDecision> decisions = [];
    private readonly ActorIndex index = new();
    private readonly List<Record> splits = [];
    private readonly Dictionary<int, int> parents = [];
    private readonly Dictionary<int, List<Record>> members = [];
    private int lastDecision;

    /// <summary>An empty directory.</summary>
    public ActorDirectory()
    {
    }

    /// <summary>A directory as it was kept.</summary>
    /// <exception cref="ArgumentException">The records are not numbered from 0 in order, or a decision names one that is not there.</exception>
    public ActorDirectory(IEnumerable<ActorRecord> records, IEnumerable<ActorDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(decisions);
        foreach (var kept in records)
        {
            if (kept.Id != this.records.Count)
            {
                throw new ArgumentException($"Record {kept.Id} stands where {this.records.Count} is expected.", nameof(records));
            }

            var record = AddRecord(kept.SplitFrom);
            foreach (var profile in kept.Profiles)
            {
                AddProfile(record, profile, refresh: false);
            }

            Refresh(record);
        }

        foreach (var decision in decisions)
        {
            RecordOf(decision.First, nameof(decisions));
            RecordOf(decision.Second, nameof(decisions));
            this.decisions.Add(decision);
            lastDecision = Math.Max(lastDecision, decision.Number);
        }

        Link();
    }

    /// <summary>The records, as a ledger keeps them.</summary>
    public IEnumerable<ActorRecord> Records => records.Select(record => new ActorRecord(record.Id, [.. record.Profiles], record.SplitFrom));

    /// <summary>The decisions that hold, in the order in which they were made.</summary>
    public ImmutableArray<ActorDecision> Decisions => [.. decisions];

    /// <summary>The actors.</summary>
    public IEnumerable<KnownActor> Actors => records.Where(record => Root(record.Id) == record.Id && Members(record.Id).Exists(own => own.Profiles.Count > 0)).Select(record => ActorOf(record.Id));

    /// <summary>The actor of a record.</summary>
    /// <exception cref="ArgumentException">There is no such record.</exception>
    public KnownActor Find(int id) => ActorOf(RecordOf(id, nameof(id)).Id);

    /// <summary>The actor of a profile: one that is known, or a new one.</summary>
    public ActorResolution Resolve(ActorProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (byProfile.TryGetValue(profile, out var known))
        {
            return new ActorResolution(ActorOf(known.Id), false, IdentityVerdict.Same(1, "same profile"));
        }

        var (record, verdict) = Choose(new PreparedActor(profile), profile);
        var isNew = record is null;
        if (record is null)
        {
            record = AddRecord(null);
        }

        AddProfile(record, profile, refresh: true);
        return new ActorResolution(ActorOf(record.Id), isNew, verdict);
    }

    /// <summary>A person says that two are one actor.</summary>
    /// <exception cref="ArgumentException">There is no such record, or both are of one actor.</exception>
    public ActorDecision Merge(int first, int second)
    {
        if (Root(RecordOf(first, nameof(first)).Id) == Root(RecordOf(second, nameof(second)).Id))
        {
            throw new ArgumentException("Both are of one actor.", nameof(second));
        }

        return Decide(new ActorDecision(lastDecision + 1, ActorDecisionKind.Merge, first, second));
    }

    /// <summary>
    /// A person says that a profile is not of this actor. A profile of a name alone stands for all of that name. What was resolved so
    /// far goes to a new actor, and what comes later never to the old one.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such record, or nothing would be left of the actor.</exception>
    public ActorDecision Split(int actor, ActorProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var own = Members(Root(RecordOf(actor, nameof(actor)).Id)).ToArray();
        if (own.SelectMany(record => record.Profiles).All(known => IsMeant(profile, known)))
        {
            throw new ArgumentException("Nothing would be left of the actor.", nameof(profile));
        }

        var split = AddRecord(actor);
        foreach (var record in own)
        {
            var moved = record.Profiles.Where(known => IsMeant(profile, known)).ToArray();
            record.Profiles.RemoveAll(moved.Contains);
            if (moved.Length > 0 && record.Profiles.Count > 0)
            {
                Refresh(record);
            }

            foreach (var known in moved)
            {
                AddProfile(split, known, refresh: false);
            }
        }

        if (split.Profiles.Count == 0)
        {
            AddProfile(split, profile, refresh: false);
        }

        Refresh(split);
        return Decide(new ActorDecision(lastDecision + 1, ActorDecisionKind.Split, actor, split.Id, profile));
    }

    /// <summary>Takes a decision back: merged records are two actors again, a split one is one again.</summary>
    /// <exception cref="ArgumentException">No such decision holds.</exception>
    public void Undo(ActorDecision decision)
    {
        if (!decisions.Remove(decision))
        {
            throw new ArgumentException("No such decision holds.", nameof(decision));
        }

        Link();
    }

    private ActorDecision Decide(ActorDecision decision)
    {
        decisions.Add(decision);
        lastDecision = decision.Number;
        Link();
        return decision;
    }

    /// <summary>The record that a new profile belongs to, or null for none.</summary>
    private (Record? Record, IdentityVerdict Verdict) Choose(PreparedActor actor, ActorProfile profile)
    {
        var forbidden = decisions
            .Where(decision => decision.Kind == ActorDecisionKind.Split && IsMeant(decision.Profile!, profile) && Root(decision.First) != Root(decision.Second))
            .Select(decision => Root(decision.First)).ToHashSet();
        var candidates = index.Find(actor)
            .Where(id => records[id].Profiles.Count > 0 && !forbidden.Contains(Root(id)))
            .Select(id => (Record: records[id], Verdict: ActorIdentity.Compare(actor, records[id].Prepared)))
            .GroupBy(candidate => Root(candidate.Record.Id))
            .Select(group => group.MaxBy(candidate => Rank(candidate.Verdict)))
            .ToArray();

        var same = candidates.Where(candidate => candidate.Verdict.Outcome == Identity.Same).OrderByDescending(candidate => candidate.Verdict.Confidence).ToArray();
        if (same.Length > 0)
        {
            return same.Length == 1 || same[0].Verdict.Confidence > same[1].Verdict.Confidence ? same[0]
                : (null, IdentityVerdict.Unsure(0.5, $"two known actors fit: {same[0].Record.Name} and {same[1].Record.Name}"));
        }

        var unsure = candidates.Where(candidate => candidate.Verdict.Outcome == Identity.Unsure).ToArray();
        var isFull = Array.Exists(actor.Persons, form => form.IsFull);
        if (unsure is [{ Verdict.Reason: PersonIdentity.FamilyAlone } only] && (!isFull || candidates.Length == 1))
        {
            return (only.Record, IdentityVerdict.Same(0.6, $"family name alone: the only known {actor.Persons.First(form => !isFull || form.IsFull).FamilyWords[^1]}"));
        }

        var best = unsure.OrderByDescending(candidate => candidate.Verdict.Confidence).FirstOrDefault();
        return best.Record is null ? (null, IdentityVerdict.Different(0.9, "not known before"))
            : best.Verdict.Reason == PersonIdentity.FamilyAlone && unsure.Length > 1 ? (null, IdentityVerdict.Unsure(0.5, $"family name alone: {unsure[0].Record.Name} and {unsure[1].Record.Name} are known"))
            : (null, IdentityVerdict.Unsure(best.Verdict.Confidence, $"may be {best.Record.Name}: {best.Verdict.Reason}"));

        static double Rank(IdentityVerdict verdict) => verdict.Confidence + (verdict.Outcome == Identity.Same ? 2 : verdict.Outcome == Identity.Unsure ? 1 : 0);
    }

    /// <summary>Whether a split that names <paramref name="pattern"/> speaks of a profile.</summary>
    private static bool IsMeant(ActorProfile pattern, ActorProfile profile) =>
        NameLetters.Plain(pattern.Name) == NameLetters.Plain(profile.Name)
        && (pattern.Role is null || pattern.Role == profile.Role)
        && (pattern.Affiliation is null || pattern.Affiliation == profile.Affiliation)
        && (pattern.Country is null || pattern.Country == profile.Country);

    private Record AddRecord(int? splitFrom)
    {
        var record = new Record(records.Count, splitFrom);
        records.Add(record);
        if (splitFrom is not null)
        {
            splits.Add(record);
        }

        return record;
    }

    private void AddProfile(Record record, ActorProfile profile, bool refresh)
    {
        record.Profiles.Add(profile);
        byProfile[profile] = record;
        if (refresh)
        {
            Refresh(record);
        }
    }

    private void Refresh(Record record)
    {
        if (record.Profiles.Count > 0)
        {
            record.Prepared = new PreparedActor(ActorSummary.Of(record.Profiles));
            index.Add(record.Id, record.Prepared);
        }
    }

    /// <summary>Joins the records that merges name, and those whose split was undone.</summary>
    private void Link()
    {
        parents.Clear();
        members.Clear();
        var holding = decisions.Where(decision => decision.Kind == ActorDecisionKind.Split).Select(decision => decision.Second).ToHashSet();
        foreach (var record in splits.Where(record => !holding.Contains(record.Id)))
        {
            Join(record.Id, record.SplitFrom!.Value);
        }

        foreach (var merge in decisions.Where(decision => decision.Kind == ActorDecisionKind.Merge))
        {
            Join(merge.First, merge.Second);
        }

        foreach (var id in parents.Keys.Concat(parents.Values).Distinct().Order())
        {
            (members.TryGetValue(Root(id), out var own) ? own : members[Root(id)] = []).Add(records[id]);
        }
    }

    private void Join(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        if (a != b)
        {
            parents[Math.Max(a, b)] = Math.Min(a, b);
        }
    }

    private int Root(int id)
    {
        while (parents.TryGetValue(id, out var parent))
        {
            id = parent;
        }

        return id;
    }

    private List<Record> Members(int root) => members.GetValueOrDefault(root) ?? [records[root]];

    private KnownActor ActorOf(int id)
    {
        var root = Root(id);
        var own = Members(root);
        return new KnownActor(root, own.Count == 1 ? own[0].Prepared.Profile : ActorSummary.Of([.. own.SelectMany(record => record.Profiles)]));
    }

    private Record RecordOf(int id, string parameter) => id >= 0 && id < records.Count ? records[id] : throw new ArgumentException($"There is no record {id}.", parameter);

    private sealed class Record(int id, int? splitFrom)
    {
        public int Id { get; } = id;

        public int? SplitFrom { get; } = splitFrom;

        public List<ActorProfile> Profiles { get; } = [];

        public PreparedActor Prepared { get; set; } = new(new ActorProfile(string.Empty));

        public string Name => Prepared.Profile.Name;
    }
}
