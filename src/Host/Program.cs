using Outlay.Cli;
using Outlay.Host;
using Outlay.Host.Demo;
using Outlay.Host.Serving;

var root = CliFace.Build(new HostProgram(), ServeCommand.Build(), DemoCommand.Build());
return await CliFace.RunAsync(root, args, Console.Out, Console.Error, CancellationToken.None);
