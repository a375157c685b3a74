using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Connections;
using Outlay.Cli.Console;
using Outlay.Kernel;
using Outlay.Optimization.Prices.Lists;
using Outlay.Spend.Export;

namespace Outlay.Cli.Optimization;

/// <summary><c>outlay prices</c>: the price lists that recommendations reckon with where the bill shows no price.</summary>
internal static class PricesCommand
{
    public static Command Build(IProgram program)
    {
        var json = CommonOptions.Json();
        var command = new Command("prices", "Show, import and remove price lists")
        {
            json,
            Import(program),
            Remove(program),
            Card(),
        };
        command.SetAction(
            (parse, _) =>
                OpenAsync(
                    program,
                    parse,
                    (context, lists) => Task.FromResult(List(context, lists, context.Get(json)))
                )
        );
        TeachingHelp.Teach(
            command,
            ("outlay prices import AmazonEC2-eu-central-1.csv.gz", "The provider's own file"),
            ("outlay prices card > prices.csv", "The prices that ship, to edit and import"),
            ("outlay prices", "Which lists are kept")
        );
        return command;
    }

    private static Command Import(IProgram program)
    {
        var file = new Argument<string>("FILE")
        {
            Description =
                "AWS price list (CSV or JSON), Azure Retail Prices (JSON), Google Cloud Billing Catalog (JSON) or Outlay's own CSV; also with .gz",
        };
        var name = new Option<string?>("--name")
        {
            Description =
                "Name of the list; the file's when left out. One of the same name is replaced",
            HelpName = "NAME",
        };
        var command = new Command("import", "Keep the prices of a file") { file, name };
        command.SetAction(
            (parse, cancellationToken) =>
                OpenAsync(
                    program,
                    parse,
                    (context, lists) =>
                        ImportAsync(
                            context,
                            lists,
                            context.Get(file)!,
                            context.Get(name),
                            cancellationToken
                        )
                )
        );
        return command;
    }

    private static Command Remove(IProgram program)
    {
        var name = new Argument<string>("NAME") { Description = "Name of the list" };
        var command = new Command("remove", "Forget a price list") { name };
        command.SetAction(
            (parse, _) =>
                OpenAsync(
                    program,
                    parse,
                    (context, lists) =>
                    {
                        var removed = lists.Remove(context.Get(name)!);
                        if (!removed.IsOk)
                        {
                            return Task.FromResult(context.Fail(removed.Problem));
                        }

                        context.Output.WriteLine($"{context.Get(name)} is forgotten.");
                        return Task.FromResult(ExitCodes.Ok);
                    }
                )
        );
        return command;
    }

    private static Command Card()
    {
        var command = new Command("card", "Print the list prices that ship, as CSV");
        command.SetAction(
            async (parse, cancellationToken) =>
            {
                var context = new CommandContext(parse);
                using var text = new MemoryStream();
                await CsvTable.WriteAsync(
                    text,
                    PriceLists.Columns,
                    PriceLists.Card(),
                    cancellationToken
                );
                text.Position = 0;
                using var reader = new StreamReader(text);
                await context.Output.WriteAsync(
                    (await reader.ReadToEndAsync(cancellationToken)).AsMemory(),
                    cancellationToken
                );
                return ExitCodes.Ok;
            }
        );
        return command;
    }

    private static async Task<int> ImportAsync(
        CommandContext context,
        PriceLists lists,
        string path,
        string? name,
        CancellationToken cancellationToken
    )
    {
        if (!File.Exists(path))
        {
            return context.Fail(new Problem(ProblemKind.NotFound, $"{path} does not exist."));
        }

        await using var file = File.OpenRead(path);
        var list = await lists.ImportAsync(name ?? Path.GetFileName(path), file, cancellationToken);
        if (!list.IsOk)
        {
            return context.Fail(list.Problem);
        }

        context.Output.WriteLine(
            $"{list.Value.Name}: {TextNumber.Count(list.Value.Prices)} prices kept of {list.Value.Format}; {TextNumber.Count(list.Value.Skipped)} rows are of things that no rule asks for."
        );
        return ExitCodes.Ok;
    }

    private static int List(CommandContext context, PriceLists lists, bool json)
    {
        var all = lists.All();
        if (json)
        {
            CommandJson.Write(context.Output, all);
            return ExitCodes.Ok;
        }

        if (all.Count == 0)
        {
            var (from, to) = PriceLists.CardDays;
            context.Output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"No price list is kept. Where the bill shows no price, the list prices that ship are used; they are of {from:MMMM yyyy} to {to:MMMM yyyy}."
                )
            );
            return ExitCodes.Ok;
        }

        var table = new TextTable(
            "List",
            "Provider",
            TextColumn.Number("Prices"),
            TextColumn.Number("Regions"),
            "Currency",
            "As of",
            "Kind"
        );
        foreach (var list in all)
        {
            table.Add(
                list.Name,
                list.Providers,
                TextNumber.Count(list.Prices),
                TextNumber.Count(list.Regions),
                list.Currencies,
                list.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                list.Format
            );
        }

        table.Write(context.Output, context.Width);
        return ExitCodes.Ok;
    }

    private static Task<int> OpenAsync(
        IProgram program,
        ParseResult parse,
        Func<CommandContext, PriceLists, Task<int>> run
    ) =>
        OpenConnections.RunAsync(
            program,
            new CommandContext(parse),
            (context, services) => run(context, services.GetRequiredService<PriceLists>())
        );
}
