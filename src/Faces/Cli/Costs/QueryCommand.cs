using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Console;
using Outlay.Query;

namespace Outlay.Cli.Costs;

/// <summary><c>outlay query</c>: the cost query from the shell.</summary>
internal static class QueryCommand
{
    public static Command Build(IProgram program)
    {
        var options = new QueryOptions();
        var json = CommonOptions.Json();
        var command = new Command("query", "Ask how much was spent, on what, compared with what");
        foreach (var option in options.All.Append(json))
        {
            command.Add(option);
        }

        command.SetAction(
            (parse, cancellationToken) =>
                RunAsync(program, options, new CommandContext(parse), json, cancellationToken)
        );
        TeachingHelp.Teach(
            command,
            (
                "outlay query --group-by ServiceName --top 10 --compare prior",
                "Month to date by service, against the same days last month"
            ),
            (
                "outlay query --period 6m --grain month --metric billed",
                "What the last six months were billed"
            ),
            (
                "outlay query --group-by tag:team --filter 'HostProviderName=AWS' --filter 'ChargeCategory!=Tax'",
                "AWS by team, without tax"
            ),
            (
                "outlay query --filter 'ServiceName~gpt' --filter or --filter 'ServiceName=Amazon Bedrock' --json",
                "One service or another, as JSON"
            )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IProgram program,
        QueryOptions options,
        CommandContext context,
        Option<bool> json,
        CancellationToken cancellationToken
    )
    {
        var query = options.Read(context);
        if (!query.IsOk)
        {
            return context.Fail(query.Problem);
        }

        var opened = program.Open(context.Get(CommonOptions.Data));
        if (!opened.IsOk)
        {
            return context.Fail(opened.Problem);
        }

        await using var outlay = opened.Value;
        var engine = outlay.Services.GetRequiredService<IQueryEngine>();
        var table = await engine.RunAsync(query.Value, cancellationToken);
        if (!table.IsOk)
        {
            return context.Fail(table.Problem);
        }

        if (context.Get(json))
        {
            CommandJson.Write(context.Output, CostTableDocument.Of(table.Value));
        }
        else
        {
            CostTableText.Write(context, table.Value, showBuckets: options.HasGrain(context));
        }

        return ExitCodes.Ok;
    }
}
