using System.Globalization;
using System.Text;
using Inquit.App.Commands;
using Inquit.App.Formats;
using Inquit.Reading;

namespace Inquit.App;

/// <summary>Where the articles of feeds that are followed go.</summary>
internal interface IFollowTarget
{
    /// <summary>Takes an article, or names what was wrong; returns the exit code that it makes. What was taken is kept once this returns; where it throws, nothing was.</summary>
    Task<int> TakeAsync(ReadResult result);

    /// <summary>All feeds were asked, or there is no going on.</summary>
    void EndRound();
}

/// <summary>Articles are written out with what was found in them.</summary>
internal sealed class FollowOutput(Func<Article, Analysis> engine, IAnalysisFormat format, Terminal terminal) : IFollowTarget
{
    /// <inheritdoc/>
    public Task<int> TakeAsync(ReadResult result) => Task.FromResult(ReadCommand.Run([result], engine, format, threads: 1, terminal));

    /// <inheritdoc/>
    public void EndRound()
    {
    }
}

/// <summary>Articles are added to a ledger; a round in which something came ends with a line of how many.</summary>
internal sealed class FollowIntake(Intake intake, bool verbose, Terminal terminal) : IFollowTarget
{
    private readonly Progress none = new(terminal, () => null);
    private Intake.Sums sums = Intake.Sums.None;

    /// <inheritdoc/>
    public async Task<int> TakeAsync(ReadResult result)
    {
        var before = sums;
        sums = await intake.TakeAsync(result, sums, verbose, none, terminal);
        return sums.Unread == before.Unread ? ExitCode.Done : ExitCode.SomeInputUnread;
    }

    /// <inheritdoc/>
    public void EndRound()
    {
        if (sums.Done > 0)
        {
            terminal.Output.Write(Encoding.UTF8.GetBytes(AddCommand.Summary(sums).ToString(CultureInfo.InvariantCulture) + "\n"));
            terminal.Output.Flush();
            sums = Intake.Sums.None;
        }
    }
}
