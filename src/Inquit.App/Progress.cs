using System.Diagnostics;
using System.Globalization;

namespace Inquit.App;

/// <summary>Says how far the work is, in one line of the screen that is written over again and again. Silent where nobody looks.</summary>
/// <param name="terminal">Where it is said.</param>
/// <param name="total">How many articles there are in all; null as long as that is not known.</param>
internal sealed class Progress(Terminal terminal, Func<int?> total)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan next = Pause;
    private int shown;

    /// <summary>Says how many articles are done, and how many of these could not be read.</summary>
    public void Report(int done, int failures)
    {
        if (!terminal.ShowsProgress || watch.Elapsed < next)
        {
            return;
        }

        next = watch.Elapsed + Pause;
        var line = Line(done, failures, total(), watch.Elapsed);
        terminal.Error.Write("\r" + line.PadRight(shown));
        shown = line.Length;
    }

    /// <summary>Takes the line away, so that another can be written.</summary>
    public void Clear()
    {
        if (shown > 0)
        {
            terminal.Error.Write("\r" + new string(' ', shown) + "\r");
            shown = 0;
        }
    }

    /// <summary>The line: <c>1,200 of 19,037 articles, 210 a second, 1:25 left, 2 failed</c>.</summary>
    internal static string Line(int done, int failures, int? total, TimeSpan elapsed)
    {
        var rate = done / Math.Max(elapsed.TotalSeconds, 0.001);
        var line = string.Create(CultureInfo.InvariantCulture, $"{done:N0}{(total is null ? "" : $" of {total:N0}")} articles, {rate:N0} a second");
        if (total > done && rate > 0)
        {
            var left = TimeSpan.FromSeconds((total.Value - done) / rate);
            line += left.TotalHours >= 1
                ? string.Create(CultureInfo.InvariantCulture, $", {(int)left.TotalHours}:{left.Minutes:00}:{left.Seconds:00} left")
                : string.Create(CultureInfo.InvariantCulture, $", {left.Minutes}:{left.Seconds:00} left");
        }

        return failures == 0 ? line : line + string.Create(CultureInfo.InvariantCulture, $", {failures:N0} failed");
    }
}
