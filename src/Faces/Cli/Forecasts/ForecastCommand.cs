using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Connections;
using Outlay.Cli.Console;
using Outlay.Cli.Costs;
using Outlay.Forecast.Outlook;
using Outlay.Query;

namespace Outlay.Cli.Forecasts;

/// <summary><c>outlay forecast</c>: what periods will come to.</summary>
internal static class ForecastCommand
{
    public static Command Build(IProgram program)
    {
        var options = new QueryOptions([.. CostQueryJson.ScopeFields]);
        var json = CommonOptions.Json();
        var command = new Command("forecast", "Say what the running periods will come to");
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
            ("outlay forecast", "This month, the next, this quarter and this year"),
            (
                "outlay forecast --filter 'tag:team=search' --currency USD --json",
                "Of one team, with every day to come"
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
        var given = options.Read(context);
        if (!given.IsOk)
        {
            return context.Fail(given.Problem);
        }

        var forecasts = services.GetRequiredService<CloudForecasts>();
        var scope = forecasts.InOneCurrency(given.Value);
        var forecast = await forecasts.ReadAsync(scope, [], cancellationToken);
        if (!forecast.IsOk)
        {
            return context.Fail(forecast.Problem);
        }

        var document = ForecastDocument.Of(scope, forecast.Value);
        if (isJson)
        {
            CommandJson.Write(context.Output, document);
            return ExitCodes.Ok;
        }

        Write(context, document);
        return ExitCodes.Ok;
    }

    private static void Write(CommandContext context, ForecastDocument document)
    {
        var clouds = document.Periods[0].Clouds;
        var table = new TextTable([
            "From",
            "To",
            "Currency",
            TextColumn.Number("So far"),
            TextColumn.Number("Forecast"),
            TextColumn.Number("80 % from"),
            TextColumn.Number("to"),
            .. clouds.Select(c => TextColumn.Number(c.Cloud ?? "(none)")),
        ]);
        foreach (var period in document.Periods)
        {
            table.Add([
                Day(period.From),
                Day(period.To),
                document.Currency,
                TextNumber.Money(period.Actual),
                TextNumber.Money(period.Forecast),
                TextNumber.Money(period.Low),
                TextNumber.Money(period.High),
                .. period.Clouds.Select(c => TextNumber.Money(c.Forecast)),
            ]);
        }

        table.Write(context.Output, context.Width);
        context.Output.WriteLine(
            $"The last complete day is {Day(document.CompleteThrough)}. Method: {document.Method}."
        );
        if (document.Record is { } record)
        {
            context.Output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Within 4 % in {record.WithinFourPercent} of the last {record.Months} months; the 80 % range held {record.Coverage80:0 %} of the days."
                )
            );
        }
    }

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
