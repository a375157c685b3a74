using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Anomalies.Watch;
using Outlay.Cli.Connections;
using Outlay.Cli.Console;

namespace Outlay.Cli.Anomalies;

/// <summary><c>outlay anomalies</c>: cost that nothing explains, one event a line.</summary>
internal static class AnomaliesCommand
{
    public static Command Build(IProgram program)
    {
        var json = CommonOptions.Json();
        var scan = new Option<bool>("--scan")
        {
            Description = "Look at the bill again first, as a server does after each load",
        };
        var command = new Command("anomalies", "Show cost that nothing explains") { json, scan };
        command.SetAction(
            (parse, cancellationToken) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) =>
                        RunAsync(
                            context,
                            services,
                            context.Get(scan),
                            context.Get(json),
                            cancellationToken
                        )
                )
        );
        TeachingHelp.Teach(
            command,
            ("outlay anomalies", "Those of the last sixty days that a server found"),
            ("outlay anomalies --scan --json", "Look now, for scripts")
        );
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context,
        IServiceProvider services,
        bool scansFirst,
        bool isJson,
        CancellationToken cancellationToken
    )
    {
        if (scansFirst)
        {
            var scanned = await services
                .GetRequiredService<AnomalyScan>()
                .RunAsync(cancellationToken);
            if (!scanned.IsOk)
            {
                return context.Fail(scanned.Problem);
            }
        }

        var all = services
            .GetRequiredService<AnomalyBook>()
            .All()
            .Select(AnomalyDocument.Of)
            .ToList();
        if (isJson)
        {
            CommandJson.Write(context.Output, all);
            return ExitCodes.Ok;
        }

        if (all.Count == 0)
        {
            context.Output.WriteLine(
                scansFirst
                    ? "Nothing unusual in the last sixty days."
                    : "Nothing unusual is kept. --scan looks at the bill now."
            );
            return ExitCodes.Ok;
        }

        Write(context, all);
        return ExitCodes.Ok;
    }

    private static void Write(CommandContext context, List<AnomalyDocument> all)
    {
        var table = new TextTable(
            "Anomaly",
            "State",
            "Form",
            TextColumn.Number("Beyond expected"),
            "Currency",
            "From",
            "To",
            "Cause"
        );
        foreach (var anomaly in all)
        {
            table.Add(
                anomaly.Name,
                anomaly.IsRunning ? $"{anomaly.State}, runs" : anomaly.State,
                anomaly.Form,
                anomaly.Excess.ToString("+#,##0.00;-#,##0.00", CultureInfo.InvariantCulture),
                anomaly.Currency,
                Day(anomaly.From),
                Day(anomaly.To),
                anomaly.Causes.Count > 0 ? anomaly.Causes[0].Words : ""
            );
        }

        table.Write(context.Output, context.Width);
    }

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
