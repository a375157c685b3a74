using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Connections;
using Outlay.Cli.Console;
using Outlay.Kernel;
using Outlay.Optimization.Analysis;
using Outlay.Optimization.Findings;

namespace Outlay.Cli.Optimization;

/// <summary><c>outlay recommendations</c>: what to change and what it saves, and decisions of it.</summary>
internal sealed class RecommendationsCommand
{
    private const int DefaultRows = 50;

    private readonly Option<string?> _category = CommonOptions.Text(
        "--category",
        "NAME",
        $"Only one of {string.Join(", ", FindingWords.CategoryWords)}"
    );

    private readonly Option<string?> _state = CommonOptions.Text(
        "--state",
        "STATE",
        $"{string.Join(", ", FindingWords.StateWords)} (open)"
    );

    private readonly Option<string?> _rule = CommonOptions.Text("--rule", "ID", "Only of a rule");

    private readonly Option<string?> _search = CommonOptions.Text(
        "--search",
        "TEXT",
        "Only with this text in resource, title or account"
    );

    private readonly Option<int> _top = new("--top")
    {
        Description = "Most recommendations to show (50)",
        HelpName = "N",
        DefaultValueFactory = _ => DefaultRows,
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public static Command Build(IProgram program)
    {
        var parts = new RecommendationsCommand();
        var command = new Command("recommendations", "Show what to change and what it saves")
        {
            parts._category,
            parts._state,
            parts._rule,
            parts._search,
            parts._top,
            parts._json,
            DecideCommand.Build(program),
        };
        command.SetAction(
            (parse, cancellationToken) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) => parts.ListAsync(context, services, cancellationToken)
                )
        );
        TeachingHelp.Teach(
            command,
            ("outlay recommendations", "The largest savings first"),
            ("outlay recommendations --category compute --top 10 --json", "Some, for a script"),
            (
                "outlay recommendations decide 12 15 --action snooze --until 2027-01-31",
                "Put two of them off"
            )
        );
        return command;
    }

    private async Task<int> ListAsync(
        CommandContext context,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var category = FindingWords.ReadCategory(context.Get(_category));
        var state = FindingWords.ReadState(context.Get(_state));
        if ((category.Problem ?? state.Problem) is { } wrong)
        {
            return context.Fail(wrong);
        }

        var judged = await services
            .GetRequiredService<OptimizationAnalysis>()
            .RunAsync(cancellationToken);
        if (!judged.IsOk)
        {
            return context.Fail(judged.Problem);
        }

        var page = services
            .GetRequiredService<FindingBook>()
            .Page(
                new FindingQuery
                {
                    Category = category.Value,
                    State = state.Value,
                    Rule = context.Get(_rule),
                    Search = context.Get(_search),
                    Limit = Math.Max(1, context.Get(_top)),
                }
            );
        if (context.Get(_json))
        {
            CommandJson.Write(context.Output, FindingPageDocument.Of(page));
        }
        else
        {
            Write(context, page);
        }

        return ExitCodes.Ok;
    }

    private static void Write(CommandContext context, FindingPage page)
    {
        var table = new TextTable(
            TextColumn.Number("No."),
            "Recommendation",
            "Resource",
            "Account",
            TextColumn.Number("Net a month"),
            TextColumn.Number("Of"),
            "Currency",
            TextColumn.Number("Risk")
        );
        foreach (var finding in page.Rows)
        {
            var r = finding.Recommendation;
            table.Add(
                TextNumber.Count(finding.Id),
                r.Title,
                r.Subject.Label,
                r.Subject.AccountName ?? r.Subject.AccountId,
                TextNumber.Money(finding.Net),
                TextNumber.Money(r.MonthlyCost),
                r.Currency,
                TextNumber.Count(r.Risk)
            );
        }

        table.Write(context.Output, context.Width);
        foreach (var sum in page.Sums)
        {
            context.Output.WriteLine(
                $"{TextNumber.Count(sum.Count)} in all: {TextNumber.Money(sum.Net)} {sum.Currency} a month, no dollar twice; {TextNumber.Money(sum.Gross)} each taken alone."
            );
        }

        if (page.Count == 0)
        {
            context.Output.WriteLine("There is none.");
        }
    }

    /// <summary><c>outlay recommendations decide</c>.</summary>
    private sealed class DecideCommand
    {
        private readonly Argument<long[]> _ids = new("NUMBER")
        {
            Description = "Numbers of recommendations",
            Arity = ArgumentArity.OneOrMore,
        };

        private readonly Option<string> _action = new("--action")
        {
            Description = "open, snooze, dismiss, plan or done",
            HelpName = "WHAT",
            Required = true,
        };

        private readonly Option<string?> _until = CommonOptions.Text(
            "--until",
            "DAY",
            "A day such as 2027-01-31, for snooze and plan"
        );

        private readonly Option<string?> _note = CommonOptions.Text(
            "--note",
            "TEXT",
            "Why; a dismissal needs it"
        );

        public static Command Build(IProgram program)
        {
            var parts = new DecideCommand();
            var command = new Command("decide", "Snooze, dismiss, plan or close recommendations")
            {
                parts._ids,
                parts._action,
                parts._until,
                parts._note,
            };
            command.SetAction(
                (parse, cancellationToken) =>
                    OpenConnections.RunAsync(
                        program,
                        new CommandContext(parse),
                        (context, services) =>
                            parts.DecideAsync(
                                context,
                                services.GetRequiredService<FindingBook>(),
                                cancellationToken
                            )
                    )
            );
            return command;
        }

        private async Task<int> DecideAsync(
            CommandContext context,
            FindingBook book,
            CancellationToken cancellationToken
        )
        {
            Result<int> said = await book.SayAsync(
                context.Get(_ids) ?? [],
                context.Get(_action),
                context.Get(_until),
                context.Get(_note),
                $"{Environment.UserName}, by the command line",
                cancellationToken
            );
            if (!said.IsOk)
            {
                return context.Fail(said.Problem);
            }

            await context.Output.WriteLineAsync($"{TextNumber.Count(said.Value)} decided.");
            return ExitCodes.Ok;
        }
    }
}
