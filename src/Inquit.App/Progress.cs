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
        if (terminal.ProgressWidth is null || watch.Elapsed < next)
        {
            return;
        }

        next = watch.Elapsed + Pause;
        Show(Line(done, failures, total(), watch.Elapsed, RoomOf(terminal.ProgressWidth)));
    }

    /// <summary>Takes the line away, so that another can be written.</summary>
    public void Clear()
    {
        if (shown > 0)
        {
            Show("");
            terminal.Error.Write("\r");
        }
    }

    /// <summary>The line: <c>1,200 of 19,037 articles, 210 a second, 1:25 left, 2 failed</c>; where that is too long, without what matters least.</summary>
    internal static string Line(int done, int failures, int? total, TimeSpan elapsed, int room)
    {
        var rate = done / Math.Max(elapsed.TotalSeconds, 0.001);
        var counted = string.Create(CultureInfo.InvariantCulture, $"{done:N0}{(total is null ? "" : $" of {total:N0}")} articles");
        var speed = string.Create(CultureInfo.InvariantCulture, $", {rate:N0} a second");
        var left = total > done && rate > 0 ? Left(TimeSpan.FromSeconds((total.Value - done) / rate)) : "";
        var failed = failures == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {failures:N0} failed");
        string[] lines = [counted + speed + left + failed, counted + left + failed, counted + failed, counted];
        return Array.Find(lines, line => line.Length <= room) ?? counted[..room];
    }

    private static string Left(TimeSpan left) => left.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $", {(int)left.TotalHours}:{left.Minutes:00}:{left.Seconds:00} left")
        : string.Create(CultureInfo.InvariantCulture, $", {left.Minutes}:{left.Seconds:00} left");

    /// <summary>All of a line but its last place: where that is written to, some screens go on to the next line.</summary>
    private static int RoomOf(Func<int> width) => Math.Max(1, width() - 1);

    /// <summary>Writes over what is shown.</summary>
    private void Show(string line)
    {
        terminal.Error.Write("\r" + line.PadRight(Math.Min(shown, RoomOf(terminal.ProgressWidth!))));
        shown = line.Length;
    }
}
