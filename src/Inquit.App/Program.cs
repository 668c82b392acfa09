using Inquit.App;

return CommandLine.Run(args, Terminal.OfProcess());
