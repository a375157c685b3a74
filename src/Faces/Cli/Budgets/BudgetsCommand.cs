using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Budgets;
using Outlay.Cli.Connections;
using Outlay.Cli.Console;
using Outlay.Kernel;

namespace Outlay.Cli.Budgets;

/// <summary><c>outlay budgets</c>: how budgets do, and their import.</summary>
internal static class BudgetsCommand
{
    public static Command Build(IProgram program)
    {
        var json = CommonOptions.Json();
        var command = new Command("budgets", "Show how budgets do, and import them")
        {
            json,
            Import(program),
        };
        command.SetAction(
            (parse, cancellationToken) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) =>
                        ListAsync(context, services, context.Get(json), cancellationToken)
                )
        );
        TeachingHelp.Teach(
            command,
            ("outlay budgets", "What is spent of each, and what it will come to"),
            ("outlay budgets import budgets.csv", $"A CSV with {BudgetFile.Header}")
        );
        return command;
    }

    private static Command Import(IProgram program)
    {
        var file = new Argument<string>("FILE") { Description = $"CSV with {BudgetFile.Header}" };
        var command = new Command("import", "Make the budgets of a file, all or none") { file };
        command.SetAction(
            (parse, _) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) =>
                        Task.FromResult(
                            Import(
                                context,
                                services.GetRequiredService<BudgetBook>(),
                                context.Get(file)!
                            )
                        )
                )
        );
        return command;
    }

    private static int Import(CommandContext context, BudgetBook book, string path)
    {
        if (!File.Exists(path))
        {
            return context.Fail(new Problem(ProblemKind.NotFound, $"{path} does not exist."));
        }

        using var reader = new StreamReader(path);
        var count = book.Import(reader);
        if (!count.IsOk)
        {
            return context.Fail(
                count.Problem with
                {
                    Message = $"{Path.GetFileName(path)}: {count.Problem.Message}",
                }
            );
        }

        context.Output.WriteLine(
            count.Value == 1 ? "1 budget made." : $"{TextNumber.Count(count.Value)} budgets made."
        );
        return ExitCodes.Ok;
    }

    private static async Task<int> ListAsync(
        CommandContext context,
        IServiceProvider services,
        bool isJson,
        CancellationToken cancellationToken
    )
    {
        var all = await services.GetRequiredService<BudgetQueries>().AllAsync(cancellationToken);
        if (!all.IsOk)
        {
            return context.Fail(all.Problem);
        }

        if (isJson)
        {
            CommandJson.Write(context.Output, all.Value.Select(BudgetDocument.Of));
            return ExitCodes.Ok;
        }

        var table = new TextTable(
            "Budget",
            "State",
            TextColumn.Number("Spent"),
            TextColumn.Number("Amount"),
            TextColumn.Number("Forecast"),
            "Currency",
            "Period"
        );
        foreach (var status in all.Value)
        {
            var document = BudgetDocument.Of(status);
            table.Add(
                document.Name,
                document.State,
                Amount(document.Spent),
                Amount(document.Amount + document.CarriedOver),
                document.Forecast is { } forecast ? Amount(forecast) : "",
                document.Currency,
                status.Period.ToString()
            );
        }

        table.Write(context.Output, context.Width);
        return ExitCodes.Ok;
    }

    private static string Amount(decimal amount) =>
        amount.ToString("N2", CultureInfo.InvariantCulture);
}
