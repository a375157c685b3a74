using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Console;
using Outlay.Connections;
using Outlay.Query;

namespace Outlay.Cli.Status;

/// <summary><c>outlay status</c>: what the data folder holds.</summary>
internal static class StatusCommand
{
    public static Command Build(IProgram program)
    {
        var json = CommonOptions.Json();
        var command = new Command("status", "Show what the data folder holds") { json };
        command.SetAction(parse => RunAsync(program, new CommandContext(parse), json));
        TeachingHelp.Teach(
            command,
            ("outlay status", "Loads, totals, freshness, last imports"),
            ("outlay status --json", "The same with every load, for a script")
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IProgram program,
        CommandContext context,
        Option<bool> json
    )
    {
        var opened = program.Open(context.Get(CommonOptions.Data));
        if (!opened.IsOk)
        {
            return context.Fail(opened.Problem);
        }

        await using var outlay = opened.Value;
        var status = StatusDocument.Of(
            outlay.DataFolder,
            outlay.Services.GetRequiredService<IQueryEngine>().Facts(),
            outlay.Services.GetRequiredService<Imports>()
        );
        if (context.Get(json))
        {
            CommandJson.Write(context.Output, status);
        }
        else
        {
            StatusText.Write(context, status);
        }

        return ExitCodes.Ok;
    }
}
