using System.Collections.Immutable;

namespace Inquit.Actors;

/// <summary>
/// The actors known so far, and what people decided about them. It finds the actor of what an article says, or adds one. What a
/// person merged or split stays so, whatever the names say, until it is undone. A bare family name leans on the one actor who bears it,
/// for as long as that is the only one. A directory is for one thread at a time; it stores nothing: <see cref="Records"/> and
/// <see cref="Decisions"/> are what a ledger keeps.
/// </summary>
public sealed class ActorDirectory
{
    private readonly List<Record> records = [];
    private readonly Dictionary<ActorSighting, Record> bySighting = [];
    private readonly ActorIndex index = new();

    /// <summary>Records of one profile that is not even surely the same as itself, by that profile. The index has the first of each.</summary>
    private readonly Dictionary<ActorProfile, List<Record>> twins = [];

    private readonly List<ActorDecision> decisions = [];
    private readonly List<Record> splits = [];
    private readonly Dictionary<string, List<ActorDecision>> splitsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> parents = [];
    private readonly Dictionary<int, List<Record>> members = [];

    /// <summary>What is known of actors with several records, so far as it was asked for.</summary>
    private readonly Dictionary<int, ActorProfile> merged = [];

    /// <summary>An empty directory.</summary>
    public ActorDirectory()
    {
    }

    /// <summary>A directory as it was kept.</summary>
    /// <param name="records">The records.</param>
    /// <param name="decisions">The decisions that hold.</param>
    /// <param name="lastDecision">The number of the last decision that was made, also of one that holds no more.</param>
    /// <exception cref="ArgumentException">The records are not numbered from 0 in order, or a decision names one that is not there.</exception>
    public ActorDirectory(IEnumerable<ActorRecord> records, IEnumerable<ActorDecision> decisions, int lastDecision = 0)
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
            foreach (var sighting in kept.Sightings)
            {
                AddSighting(record, sighting);
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

        LastDecision = lastDecision;
        Link();
    }

    /// <summary>The records, as a ledger keeps them.</summary>
    public IEnumerable<ActorRecord> Records => records.Select(record => new ActorRecord(record.Id, [.. record.Sightings], record.SplitFrom));

    /// <summary>The decisions that hold, in the order in which they were made.</summary>
    public ImmutableArray<ActorDecision> Decisions => [.. decisions];

    /// <summary>The number of the last decision that was made, also of one that holds no more; 0 for none.</summary>
    public int LastDecision { get; private set; }

    /// <summary>The actors.</summary>
    public IEnumerable<KnownActor> Actors => records.Where(record => IsActor(record.Id)).Select(record => ActorOf(record.Id));

    /// <summary>The actor whose record that is now.</summary>
    /// <exception cref="ArgumentException">There is no such record.</exception>
    public KnownActor Find(int record) => ActorOf(RecordOf(record, nameof(record)).Id);

    /// <summary>
    /// The actor of what an article says: one that is known, or a new one. What an article said before is found again, so an article
    /// may be resolved twice; equal words of another article count for what the words say.
    /// </summary>
    public ActorResolution Resolve(string article, ActorProfile profile)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(profile);
        var sighting = new ActorSighting(article, profile);
        if (bySighting.TryGetValue(sighting, out var known))
        {
            return new ActorResolution(known.Id, ActorOf(known.Id), false, Lean(known).Verdict ?? IdentityVerdict.Same(1, "known from this article"));
        }

        var (record, verdict) = Choose(new PreparedActor(profile));
        if (record is not null)
        {
            AddSighting(record, sighting);
            Refresh(record);
            return new ActorResolution(record.Id, ActorOf(record.Id), false, verdict);
        }

        record = AddRecord(null);
        AddSighting(record, sighting);
        Refresh(record);
        var (bearer, leaning) = Lean(record);
        return new ActorResolution(record.Id, ActorOf(record.Id), bearer is null, leaning ?? verdict);
    }

    /// <summary>
    /// Takes back what an article said. A record of which nothing is left stays, so that the others keep their numbers, and is nobody's.
    /// </summary>
    /// <exception cref="ArgumentException">No such thing was resolved.</exception>
    public void Forget(ActorSighting sighting)
    {
        ArgumentNullException.ThrowIfNull(sighting);
        if (!bySighting.Remove(sighting, out var record))
        {
            throw new ArgumentException("No such thing was resolved.", nameof(sighting));
        }

        record.Sightings.Remove(sighting);
        record.Summary = null;
        Refresh(record);
    }

    /// <summary>Whether an actor has this number, and something is known of it.</summary>
    internal bool IsActor(int id) => ActorIdOf(id) == id && Members(id).Exists(own => own.Sightings.Count > 0);

    /// <summary>
    /// What is known of a record. As long as it is the same object, no other record's actor changed by what was resolved to this one.
    /// </summary>
    internal ActorProfile ProfileOf(int record) => records[record].Prepared.Profile;

    /// <summary>The records of bare family names that may lean on a record, or no longer do, since what is known of it changed.</summary>
    internal IEnumerable<int> MayLeanOn(int record)
    {
        var bearer = records[record].Prepared;
        return bearer is { IsBare: true, IsMute: true } ? []
            : index.Bearers(bearer, ActorKeys.Kind.BareBearer, ActorKeys.Kind.MuteBearer).Distinct()
                .Where(id => id != record && !Array.Exists(records[id].Prepared.Persons, form => FamilyNames.IsCommon(form.Family)))
                .SelectMany(id => records[id].Twins is { } twins ? twins.Select(twin => twin.Id) : [id]).Distinct();
    }

    /// <summary>A person says that two are one actor.</summary>
    /// <exception cref="ArgumentException">There is no such record, or it was decided already that both are one actor.</exception>
    public ActorDecision Merge(int first, int second)
    {
        if (Root(RecordOf(first, nameof(first)).Id) == Root(RecordOf(second, nameof(second)).Id))
        {
            throw new ArgumentException("Both are of one actor.", nameof(second));
        }

        return Decide(new ActorDecision(LastDecision + 1, ActorDecisionKind.Merge, first, second));
    }

    /// <summary>
    /// A person says that a profile is not of this actor. A profile of a name alone stands for all of that name. What was resolved so
    /// far goes to a new record (to resolve it again tells which), and what comes later never to the old actor.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such record, or nothing would be left of the actor.</exception>
    public ActorDecision Split(int actor, ActorProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        actor = ActorIdOf(RecordOf(actor, nameof(actor)).Id);
        var own = records.Where(record => ActorIdOf(record.Id) == actor).ToArray();
        if (own.SelectMany(record => record.Sightings).All(known => IsMeant(profile, known.Profile)))
        {
            throw new ArgumentException("Nothing would be left of the actor.", nameof(profile));
        }

        // Where what is meant had come by a merge, it goes back to the record that was merged.
        var meant = own.Select(record => (Record: record, Moved: record.Sightings.Where(known => IsMeant(profile, known.Profile)).ToArray())).Where(part => part.Moved.Length > 0).ToArray();
        var split = AddRecord(meant.Where(part => Root(part.Record.Id) == Root(actor)).OrderByDescending(part => part.Moved.Length).Select(part => part.Record.Id).FirstOrDefault(actor));
        foreach (var (record, moved) in meant)
        {
            record.Sightings.RemoveAll(moved.Contains);
            record.Summary = null;
            Refresh(record);
            foreach (var known in moved)
            {
                AddSighting(split, known);
            }
        }

        if (split.Sightings.Count == 0)
        {
            AddSighting(split, new ActorSighting(string.Empty, profile));
        }

        Refresh(split);
        return Decide(new ActorDecision(LastDecision + 1, ActorDecisionKind.Split, actor, split.Id, profile));
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
        LastDecision = decision.Number;
        Link();
        return decision;
    }

    /// <summary>The record that a new profile belongs to, or null for none.</summary>
    private (Record? Record, IdentityVerdict Verdict) Choose(PreparedActor actor)
    {
        var forbidden = ForbiddenTo(actor.Profile);
        var candidates = index.Find(actor)
            .Where(id => records[id].Sightings.Count > 0 && !forbidden.Contains(Root(id)))
            .Select(id => (Record: records[id], Verdict: ActorIdentity.Compare(actor, records[id].Prepared)))
            .Where(candidate => candidate.Verdict.Outcome != Identity.Different)
            .ToArray();

        var same = candidates.Where(candidate => candidate.Verdict.Outcome == Identity.Same).GroupBy(candidate => ActorIdOf(candidate.Record.Id)).Select(group => group.MaxBy(candidate => candidate.Verdict.Confidence)).ToArray();
        if (same.Length > 0)
        {
            var most = same.Max(candidate => candidate.Verdict.Confidence);
            var tied = same.Where(candidate => candidate.Verdict.Confidence == most).ToArray();
            if (tied is [{ Record.IsOneOfTwins: false } only])
            {
                return only;
            }

            // Those who had this name and no other were themselves in doubt.
            return Array.Find(tied, candidate => !candidate.Record.IsOneOfTwins && candidate.Record.Prepared.Profile.Names.All(actor.Profile.Names.Contains)) is { Record: not null } namesake ? namesake
                : (null, IdentityVerdict.Unsure(0.5, $"two known actors fit: {tied[0].Record.Name} and {(tied.Length > 1 ? tied[1].Record.Name : "another of that name")}"));
        }

        var best = candidates.OrderByDescending(candidate => candidate.Verdict.Confidence).FirstOrDefault();
        if (best.Record is null && index.Bearers(actor, ActorKeys.Kind.BareBearer, ActorKeys.Kind.MuteBearer).Select(id => records[id]).FirstOrDefault(known => known.Sightings.Count > 0 && !forbidden.Contains(Root(known.Id))
            && ActorIdentity.Compare(actor, known.Prepared) is { Outcome: Identity.Unsure }) is { } bare)
        {
            best = (bare, ActorIdentity.Compare(actor, bare.Prepared));
        }

        return (null, best.Record is null ? IdentityVerdict.Different(0.9, "not known before") : IdentityVerdict.Unsure(best.Verdict.Confidence, $"may be {best.Record.Name}: {best.Verdict.Reason}"));
    }

    /// <summary>
    /// The actor on whom a record of a bare family name leans, and how sure that is: the one actor known who bears it, if few bear such
    /// a name and nothing contradicts. Somebody who became known only later must also share a country, a role or an affiliation.
    /// </summary>
    private (Record? Bearer, IdentityVerdict? Verdict) Lean(Record record)
    {
        if (record.Sightings.Count == 0 || !record.Prepared.IsBare || Members(Root(record.Id)).Count > 1)
        {
            return default;
        }

        ActorKeys.Kind[] kinds = record.Prepared.IsMute ? [ActorKeys.Kind.FullBearer, ActorKeys.Kind.BareBearer] : [ActorKeys.Kind.FullBearer];
        var bearers = index.Bearers(record.Prepared, kinds).Select(id => records[id])
            .Where(known => known != record && known.Sightings.Count > 0 && IsBearer(known.Prepared, record.Prepared.IsMute) && PersonIdentity.ShareFamily(record.Prepared, known.Prepared))
            .DistinctBy(known => ActorIdOf(known.Id)).Take(2).OrderBy(known => known.Id).ToArray();
        if (bearers is not [var bearer])
        {
            return bearers.Length == 0 ? default : (null, IdentityVerdict.Unsure(0.5, $"family name alone: {bearers[0].Name} and {bearers[1].Name} are known"));
        }

        if (ActorIdentity.Compare(record.Prepared, bearer.Prepared) is not { Outcome: Identity.Unsure, Reason: PersonIdentity.FamilyAlone } || ForbiddenTo(record.Prepared.Profile).Contains(Root(bearer.Id)))
        {
            return default;
        }

        return Array.Exists(record.Prepared.Persons, form => FamilyNames.IsCommon(form.Family)) ? (null, IdentityVerdict.Unsure(0.4, $"may be {bearer.Name}: a family name that many bear"))
            : bearer.Id > record.Id && !PersonIdentity.HasSupport(record.Prepared, bearer.Prepared) ? (null, IdentityVerdict.Unsure(0.4, $"may be {bearer.Name}, who became known later: family name alone"))
            : (bearer, IdentityVerdict.Same(0.6, $"family name alone: the only known {record.Prepared.Persons[0].FamilyWords[^1]}"));
    }

    /// <summary>Whether enough is known of somebody for a bare name to lean on: a full name, or for one without a role, a role.</summary>
    private static bool IsBearer(PreparedActor known, bool isRoleEnough) => Array.Exists(known.Persons, form => form.IsFull) || (isRoleEnough && known is { IsBare: true, IsMute: false });

    /// <summary>The actors of whom a person said that such a profile is not theirs.</summary>
    private HashSet<int> ForbiddenTo(ActorProfile profile) =>
        splitsByName.TryGetValue(NameLetters.Plain(profile.Name), out var own)
            ? [.. own.Where(decision => IsMeant(decision.Profile!, profile) && Root(decision.First) != Root(decision.Second)).Select(decision => Root(decision.First))]
            : [];

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

    private void AddSighting(Record record, ActorSighting sighting)
    {
        record.Sightings.Add(sighting);
        record.Summary?.Add(sighting.Profile);
        bySighting[sighting] = record;
    }

    /// <summary>Brings what is known of a record, and what it is found by, up to its sightings.</summary>
    private void Refresh(Record record)
    {
        var profile = record.Sightings is [var only] ? only.Profile : record.Sightings.Count == 0 ? null : (record.Summary ??= ActorSummary.Of(record.Sightings.Select(sighting => sighting.Profile))).Profile;
        if (profile is not null && ReferenceEquals(profile, record.Prepared.Profile))
        {
            return;
        }

        merged.Remove(Root(record.Id));
        LeaveTwins(record);
        if (profile is null)
        {
            return;
        }

        if (record.Sightings.Count == 1 && twins.TryGetValue(profile, out var others))
        {
            others.Add(record);
            (record.Twins, record.Prepared) = (others, others[0].Prepared);
            return;
        }

        record.Prepared = new PreparedActor(profile);
        if (record.Sightings.Count == 1 && ActorIdentity.Compare(record.Prepared, record.Prepared).Outcome != Identity.Same)
        {
            record.Twins = twins[profile] = [record];
        }

        List(record);
    }

    /// <summary>Lets the index find a record by what is known of it now.</summary>
    private void List(Record record)
    {
        index.Add(record.Id, record.Prepared, record.Indexed);
        record.Indexed = record.Prepared;
    }

    private void LeaveTwins(Record record)
    {
        if (record.Twins is not { } own)
        {
            return;
        }

        record.Twins = null;
        own.Remove(record);
        if (own.Count == 0)
        {
            twins.Remove(record.Prepared.Profile);
        }
        else if (own[0].Indexed is null)
        {
            List(own[0]);
        }
    }

    /// <summary>Joins the records that merges name, and those whose split was undone.</summary>
    private void Link()
    {
        parents.Clear();
        members.Clear();
        merged.Clear();
        splitsByName.Clear();
        foreach (var split in decisions.Where(decision => decision.Kind == ActorDecisionKind.Split))
        {
            var name = NameLetters.Plain(split.Profile!.Name);
            (splitsByName.TryGetValue(name, out var own) ? own : splitsByName[name] = []).Add(split);
        }

        var holding = splitsByName.Values.SelectMany(own => own).Select(decision => decision.Second).ToHashSet();
        foreach (var record in splits.Where(record => !holding.Contains(record.Id) && !CanLean(record)))
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

    /// <summary>Whether a record whose split was undone had been there for its family name alone, so that it leans again.</summary>
    private bool CanLean(Record record) => record.Prepared.IsBare && ActorIdentity.Compare(record.Prepared, records[record.SplitFrom!.Value].Prepared).Outcome != Identity.Same;

    private void Join(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        if (a != b)
        {
            parents[Math.Max(a, b)] = Math.Min(a, b);
        }
    }

    /// <summary>The first of the records that decisions join to one.</summary>
    private int Root(int id)
    {
        while (parents.TryGetValue(id, out var parent))
        {
            id = parent;
        }

        return id;
    }

    /// <summary>The first of the records of the actor, be it that the record is joined to them or leans on them.</summary>
    private int ActorIdOf(int id) => Root(id) is var root && Lean(records[root]).Bearer is { } bearer ? ActorIdOf(bearer.Id) : Root(id);

    private List<Record> Members(int root) => members.GetValueOrDefault(root) ?? [records[root]];

    private KnownActor ActorOf(int id)
    {
        var root = ActorIdOf(id);
        if (Members(root).Count == 1 || Members(root).TrueForAll(own => own.Sightings.Count == 0))
        {
            return new KnownActor(root, records[root].Prepared.Profile);
        }

        if (!merged.TryGetValue(root, out var profile))
        {
            var summary = new ActorSummary();
            foreach (var own in Members(root).Where(own => own.Sightings.Count > 0))
            {
                summary.Add(own.Summary ?? ActorSummary.Of(own.Sightings.Select(sighting => sighting.Profile)));
            }

            merged[root] = profile = summary.Profile;
        }

        return new KnownActor(root, profile);
    }

    private Record RecordOf(int id, string parameter) => id >= 0 && id < records.Count ? records[id] : throw new ArgumentException($"There is no record {id}.", parameter);

    private sealed class Record(int id, int? splitFrom)
    {
        public int Id { get; } = id;

        public int? SplitFrom { get; } = splitFrom;

        public List<ActorSighting> Sightings { get; } = [];

        /// <summary>What all sightings say; made with the second one.</summary>
        public ActorSummary? Summary { get; set; }

        public PreparedActor Prepared { get; set; } = Nobody;

        /// <summary>By what the index finds it; null for not at all.</summary>
        public PreparedActor? Indexed { get; set; }

        /// <summary>This record and others of the same profile, where the profile is not surely the same as itself.</summary>
        public List<Record>? Twins { get; set; }

        public bool IsOneOfTwins => Twins is { Count: > 1 };

        public string Name => Prepared.Profile.Name;

        private static PreparedActor Nobody { get; } = new(new ActorProfile(string.Empty));
    }
}
