using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Connections;
using Outlay.Cli.Console;
using Outlay.Kernel;
using Outlay.Spend.Rates;

namespace Outlay.Cli.Rates;

/// <summary><c>outlay rates</c>: the exchange rates, and the currency that pages report in.</summary>
internal static class RatesCommand
{
    private const int Shown = 40;

    public static Command Build(IProgram program)
    {
        var command = new Command("rates", "Show and import exchange rates")
        {
            Import(program),
            Report(program),
        };
        command.SetAction(
            (parse, _) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) =>
                        Task.FromResult(List(context, services.GetRequiredService<ExchangeRates>()))
                )
        );
        TeachingHelp.Teach(
            command,
            ("outlay rates import eurofxref-hist.csv", "The European Central Bank's history"),
            ("outlay rates report EUR", "Convert to euro where there are rates"),
            ("outlay query --currency EUR --convert month-average", "Ask once in one currency")
        );
        return command;
    }

    private static Command Import(IProgram program)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "CSV with month,base,quote,rate, or eurofxref-hist.csv",
        };
        var command = new Command("import", "Keep the rates of a file") { file };
        command.SetAction(
            (parse, _) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) =>
                        Task.FromResult(
                            Import(
                                context,
                                services.GetRequiredService<ExchangeRates>(),
                                context.Get(file)!
                            )
                        )
                )
        );
        return command;
    }

    private static Command Report(IProgram program)
    {
        var code = new Argument<string>("CODE")
        {
            Description = "Currency, or none to keep all apart",
        };
        var command = new Command("report", "Choose the currency that pages report in") { code };
        command.SetAction(
            (parse, _) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) =>
                    {
                        var text = context.Get(code)!;
                        Currency? chosen = Currency.TryParse(text, out var currency)
                            ? currency
                            : null;
                        if (chosen is null && text != "none")
                        {
                            return Task.FromResult(
                                context.Fail(
                                    new Problem(
                                        ProblemKind.Invalid,
                                        $"'{text}' is not a currency code.",
                                        "Write three letters, such as EUR, or none."
                                    )
                                )
                            );
                        }

                        services.GetRequiredService<ExchangeRates>().Report(chosen);
                        context.Output.WriteLine(
                            chosen is null
                                ? "Every currency stands apart."
                                : $"Pages report in {chosen}."
                        );
                        return Task.FromResult(ExitCodes.Ok);
                    }
                )
        );
        return command;
    }

    private static int Import(CommandContext context, ExchangeRates rates, string path)
    {
        if (!File.Exists(path))
        {
            return context.Fail(new Problem(ProblemKind.NotFound, $"{path} does not exist."));
        }

        using var reader = new StreamReader(path);
        var count = rates.Import(reader);
        if (!count.IsOk)
        {
            return context.Fail(
                count.Problem with
                {
                    Message = $"{Path.GetFileName(path)}: {count.Problem.Message}",
                }
            );
        }

        context.Output.WriteLine($"{TextNumber.Count(count.Value)} rates kept.");
        return ExitCodes.Ok;
    }

    private static int List(CommandContext context, ExchangeRates rates)
    {
        context.Output.WriteLine(
            rates.Reporting is { } currency
                ? $"Pages report in {currency}."
                : "Every currency stands apart; outlay rates report EUR chooses one."
        );
        var table = new TextTable("Month", "One", TextColumn.Number("costs"), "in");
        foreach (var rate in rates.All().Take(Shown))
        {
            table.Add(
                rate.Month.ToString(),
                rate.Base.Code,
                rate.Rate.ToString("0.############", CultureInfo.InvariantCulture),
                rate.Quote.Code
            );
        }

        table.Write(context.Output, context.Width);
        return ExitCodes.Ok;
    }
}
