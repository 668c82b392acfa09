using BenchmarkDotNet.Running;
using Inquit.App;
using Inquit.Benchmarks;

try
{
    switch (args.FirstOrDefault())
    {
        case "words":
            return WordsCommand.Run(Options.Parse(args[1..]));
        case "road":
            return RoadCommand.Run(Options.Parse(args[1..]));
        case "ledger":
            return LedgerCommand.Run(Options.Parse(args[1..]));
        case "serve":
            return ServeCommand.Run(Options.Parse(args[1..]));
        case "pages":
            return PagesCommand.Run(Options.Parse(args[1..]));
        case "peers":
            return PeersCommand.Run(Options.Parse(args[1..]));
        default:
            BenchmarkSwitcher.FromAssembly(typeof(EngineBenchmarks).Assembly).Run(args);
            return 0;
    }
}
catch (Exception failure) when (failure
    is BrokenEnvironmentException or DirectoryNotFoundException or InvalidOperationException or ArgumentException or FormatException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
