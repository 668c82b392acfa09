using System.Runtime.InteropServices;

namespace Inquit.App;

/// <summary>Somebody asks the program to end, by Ctrl-C or by the system. It ends what it has begun; asked again, it ends at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] signals;

    /// <summary>Begins to listen.</summary>
    public Interruption() => signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask)];

    /// <summary>Canceled once the program is asked to end.</summary>
    public CancellationToken Token => source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in signals)
        {
            signal.Dispose();
        }

        source.Dispose();
    }

    private void Ask(PosixSignalContext asked)
    {
        asked.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    }
}
