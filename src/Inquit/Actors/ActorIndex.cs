namespace Inquit.Actors;

/// <summary>Which records may be of an actor, by the keys of <see cref="ActorKeys"/>.</summary>
internal sealed class ActorIndex
{
    private readonly Dictionary<ulong, int> heads = [];

    /// <summary>For each key a chain of records, the newest first.</summary>
    private readonly List<(int Record, int Next)> chains = [];

    /// <summary>Adds what a record is found by, save what it was found by before.</summary>
    public void Add(int record, PreparedActor actor, PreparedActor? before)
    {
        var keys = ActorKeys.Kept(actor);
        if (before is not null)
        {
            keys.ExceptWith(ActorKeys.Kept(before));
        }

        foreach (var key in keys)
        {
            chains.Add((record, heads.GetValueOrDefault(key, -1)));
            heads[key] = chains.Count - 1;
        }
    }

    /// <summary>The records that may be of an actor, in order of their numbers.</summary>
    public IEnumerable<int> Find(PreparedActor actor) => ActorKeys.Sought(actor).SelectMany(Chain).Distinct().Order();

    /// <summary>The records that may bear the family name of a person; they are looked for one by one, so whoever needs two only stops there.</summary>
    public IEnumerable<int> Bearers(PreparedActor actor, params IEnumerable<ActorKeys.Kind> kinds) => kinds.SelectMany(kind => ActorKeys.Bearers(actor, kind)).SelectMany(Chain);

    private IEnumerable<int> Chain(ulong key)
    {
        for (var at = heads.GetValueOrDefault(key, -1); at >= 0; at = chains[at].Next)
        {
            yield return chains[at].Record;
        }
    }
}
