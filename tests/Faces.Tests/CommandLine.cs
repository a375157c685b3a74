using Outlay.Cli;
using Outlay.Host;
using Outlay.Host.Demo;
using Outlay.Host.Serving;

namespace Outlay.Faces.Tests;

/// <summary>The composed program's command line, run in this process.</summary>
internal static class CommandLine
{
    public static async Task<Run> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var root = CliFace.Build(new HostProgram(), ServeCommand.Build(), DemoCommand.Build());
        var code = await CliFace.RunAsync(
            root,
            arguments,
            output,
            error,
            TestContext.Current.CancellationToken
        );
        return new(code, output.ToString(), error.ToString());
    }

    internal sealed record Run(int ExitCode, string Output, string Error);
}
