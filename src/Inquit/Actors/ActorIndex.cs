namespace Inquit.Actors;

/// <summary>Which records may be of an actor, by keys that all writings of a name share.</summary>
internal sealed class ActorIndex
{
    /// <summary>A given name that more records have than this tells nobody apart.</summary>
    private const int MostByGivenName = 200;

    private readonly Dictionary<string, HashSet<int>> records = new(StringComparer.Ordinal);

    /// <summary>Adds what a record is found by.</summary>
    public void Add(int record, PreparedActor actor)
    {
        foreach (var key in Keys(actor, isSearch: false).Concat(GivenKeys(actor)))
        {
            (records.TryGetValue(key, out var known) ? known : records[key] = []).Add(record);
        }
    }

    /// <summary>The records that share a key with an actor, in order of their numbers.</summary>
    public IEnumerable<int> Find(PreparedActor actor)
    {
        var found = new SortedSet<int>();
        foreach (var key in Keys(actor, isSearch: true))
        {
            found.UnionWith(records.GetValueOrDefault(key, []));
        }

        foreach (var single in actor.Persons.Where(form => !form.IsFull && Array.TrueForAll(actor.Persons, other => !other.IsFull)))
        {
            if (records.GetValueOrDefault($"g:{single.Family}") is { Count: <= MostByGivenName } byGivenName)
            {
                found.UnionWith(byGivenName);
            }
        }

        return found;
    }

    private static HashSet<string> Keys(PreparedActor actor, bool isSearch)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (actor.Type is SpeakerType.Person or SpeakerType.Unknown)
        {
            keys.UnionWith(actor.Persons.SelectMany(form => isSearch ? form.SearchKeys() : form.FamilyKeys()).Select(key => $"p:{key}"));
        }

        if (actor.Type is SpeakerType.Organization or SpeakerType.Group or SpeakerType.Unknown)
        {
            keys.UnionWith(actor.Bodies.SelectMany(form => form.Keys()).Select(key => $"b:{key}"));
        }

        if (actor.Type is SpeakerType.State or SpeakerType.Unknown)
        {
            keys.UnionWith(StateIdentity.Keys(actor.Profile).Select(key => $"s:{key}"));
        }

        return keys;
    }

    private static IEnumerable<string> GivenKeys(PreparedActor actor) =>
        actor.Type is SpeakerType.Person or SpeakerType.Unknown
            ? actor.Persons.Where(form => form.IsFull).SelectMany(form => form.Nickname is null ? [form.GivenPlain[0]] : new[] { form.GivenPlain[0], NameLetters.Plain(form.Nickname) }).Select(given => $"g:{given}")
            : [];
}
