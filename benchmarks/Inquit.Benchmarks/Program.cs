using BenchmarkDotNet.Running;
using Inquit.Benchmarks;

switch (args.FirstOrDefault())
{
    case "words":
        return WordsCommand.Run(Options.Parse(args[1..]));
    case "road":
        return RoadCommand.Run(Options.Parse(args[1..]));
    case "peers":
        return PeersCommand.Run(Options.Parse(args[1..]));
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
