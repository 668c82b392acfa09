namespace Inquit.App;

/// <summary>Works on a stream of items on several threads and gives the results in the items' order.</summary>
internal static class OrderedParallel
{
    private const int ItemsAhead = 4;

    /// <summary>
    /// Applies <paramref name="work"/> to each item. Items are taken as they are needed, at most four a thread ahead of the
    /// result that is given, so that a stream of any length takes the memory of a few items.
    /// </summary>
    public static IEnumerable<TResult> Run<T, TResult>(IEnumerable<T> items, Func<T, TResult> work, int threads)
    {
        if (threads == 1)
        {
            foreach (var item in items)
            {
                yield return work(item);
            }

            yield break;
        }

        using var free = new SemaphoreSlim(threads);
        var running = new Queue<Task<TResult>>();
        foreach (var item in items)
        {
            free.Wait();
            running.Enqueue(Task.Run(() =>
            {
                try
                {
                    return work(item);
                }
                finally
                {
                    free.Release();
                }
            }));
            while (running.Count > 0 && (running.Count >= threads * ItemsAhead || running.Peek().IsCompleted))
            {
                yield return running.Dequeue().GetAwaiter().GetResult();
            }
        }

        while (running.TryDequeue(out var task))
        {
            yield return task.GetAwaiter().GetResult();
        }
    }
}
