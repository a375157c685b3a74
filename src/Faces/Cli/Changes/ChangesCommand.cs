using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Anomalies.Changes;
using Outlay.Cli.Connections;
using Outlay.Cli.Console;
using Outlay.Cli.Costs;
using Outlay.Query;

namespace Outlay.Cli.Changes;

/// <summary><c>outlay changes</c>: why a period cost more or less than another.</summary>
internal static class ChangesCommand
{
    public static Command Build(IProgram program)
    {
        var options = new QueryOptions(
            "period",
            "from",
            "to",
            "compare",
            "metric",
            "currency",
            "convert",
            "groupBy",
            "filter",
            "exclude",
            "size"
        );
        var json = CommonOptions.Json();
        var command = new Command("changes", "Say what changed between two periods, and why");
        foreach (var option in options.All.Append(json))
        {
            command.Add(option);
        }

        command.SetAction(
            (parse, cancellationToken) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) =>
                        RunAsync(context, services, options, context.Get(json), cancellationToken)
                )
        );
        TeachingHelp.Teach(
            command,
            (
                "outlay changes --period last-month --group-by ServiceName",
                "Last month against the one before, by service"
            ),
            (
                "outlay changes --from 2026-11-01 --to 2026-11-15 --compare 2026-10-01..2026-10-15 --filter 'ServiceName=Amazon EC2'",
                "Any two periods of anything"
            )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context,
        IServiceProvider services,
        QueryOptions options,
        bool isJson,
        CancellationToken cancellationToken
    )
    {
        var query = options.Read(context);
        if (!query.IsOk)
        {
            return context.Fail(query.Problem);
        }

        var report = await services
            .GetRequiredService<ChangeQueries>()
            .ReadAsync(query.Value, cancellationToken);
        if (!report.IsOk)
        {
            return context.Fail(report.Problem);
        }

        if (isJson)
        {
            CommandJson.Write(context.Output, ChangeDocument.Of(report.Value));
            return ExitCodes.Ok;
        }

        Write(context, report.Value);
        return ExitCodes.Ok;
    }

    private static void Write(CommandContext context, ChangeReport report)
    {
        var metric = CostWords.Metrics.Of(report.Query.Metric);
        context.Output.WriteLine(
            $"{char.ToUpperInvariant(metric[0])}{metric[1..]} cost, {report.Range}, compared with {report.PriorRange}"
        );
        foreach (var change in report.Currencies)
        {
            context.Output.WriteLine();
            WriteCauses(context, change);
            if (report.Query.GroupBy.Count > 0)
            {
                context.Output.WriteLine();
                WriteGroups(context, report, change);
            }
        }

        if (report.Currencies.Count == 0)
        {
            context.Output.WriteLine("No charges in either period.");
        }
    }

    private static void WriteCauses(CommandContext context, CurrencyChange change)
    {
        var table = new TextTable("Cause", "Currency", TextColumn.Number("Part"));
        table.Add("Before", change.Currency.Code, TextNumber.Money(change.Whole.Before));
        foreach (
            var cause in ChangeCause.All.Where(c => Math.Round(c.Of(change.Whole.Parts), 2) != 0)
        )
        {
            table.Add(
                cause.Name,
                change.Currency.Code,
                TextNumber.Change(cause.Of(change.Whole.Parts))
            );
        }

        table.AddTotal("Now", change.Currency.Code, TextNumber.Money(change.Whole.After));
        table.Write(context.Output, context.Width);
    }

    private static void WriteGroups(
        CommandContext context,
        ChangeReport report,
        CurrencyChange change
    )
    {
        var keys = report.Query.GroupBy;
        var table = new TextTable([
            .. keys.Select(k => new TextColumn(Dimensions.Label(k))),
            "Currency",
            TextColumn.Number("Before"),
            TextColumn.Number("Now"),
            TextColumn.Number("Change"),
            "Mostly",
        ]);
        foreach (var group in change.Groups.Take(report.Query.PageSize))
        {
            table.Add([
                .. Names(group),
                change.Currency.Code,
                .. Amounts(group),
                ChangeCause.Largest(group.Parts)?.Name ?? "",
            ]);
        }

        table.AddTotal([
            "Total",
            .. Enumerable.Repeat("", keys.Count - 1),
            change.Currency.Code,
            .. Amounts(change.Whole),
            "",
        ]);
        table.Write(context.Output, context.Width);
        if (change.Groups.Count > report.Query.PageSize)
        {
            context.Output.WriteLine(
                $"{report.Query.PageSize} of {TextNumber.Count(change.Groups.Count)} groups; --size shows more."
            );
        }
    }

    private static IEnumerable<string> Names(ChangedGroup group) =>
        group.IsRest
            ? ["Smallest SKUs, summed", .. Enumerable.Repeat("", group.Keys.Count - 1)]
            : group.Keys.Select(k => k ?? "(none)");

    private static IEnumerable<string> Amounts(ChangedGroup group) =>
        [
            TextNumber.Money(group.Before),
            TextNumber.Money(group.After),
            TextNumber.Change(group.Difference),
        ];
}
