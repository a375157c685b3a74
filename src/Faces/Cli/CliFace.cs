using System.CommandLine;
using Outlay.Cli.Anomalies;
using Outlay.Cli.Budgets;
using Outlay.Cli.Changes;
using Outlay.Cli.Connections;
using Outlay.Cli.Console;
using Outlay.Cli.Costs;
using Outlay.Cli.Forecasts;
using Outlay.Cli.Ingest;
using Outlay.Cli.Optimization;
using Outlay.Cli.Rates;
using Outlay.Cli.Reference;
using Outlay.Cli.Status;
using Outlay.Cli.Validate;

namespace Outlay.Cli;

/// <summary>The command line: verbs over the same operations as the pages, the API and MCP.</summary>
public static class CliFace
{
    /// <summary>The root command; the host adds the verbs that start a server.</summary>
    public static RootCommand Build(IProgram program, params IReadOnlyList<Command> serverVerbs)
    {
        var root = new RootCommand(
            "Outlay shows where the cloud money goes: AWS, Microsoft Azure, Google Cloud, and anything that delivers FOCUS."
        );
        root.Add(CommonOptions.Data);
        foreach (var verb in serverVerbs)
        {
            root.Add(verb);
        }

        root.Add(IngestCommand.Build(program));
        root.Add(ConnectionsCommand.Build(program));
        root.Add(SyncCommand.Build(program));
        root.Add(BudgetsCommand.Build(program));
        root.Add(ScanCommand.Build(program));
        root.Add(RecommendationsCommand.Build(program));
        root.Add(PricesCommand.Build(program));
        root.Add(ForecastCommand.Build(program));
        root.Add(AnomaliesCommand.Build(program));
        root.Add(ChangesCommand.Build(program));
        root.Add(RatesCommand.Build(program));
        root.Add(ReferenceCommand.Build(program));
        root.Add(QueryCommand.Build(program));
        root.Add(ValidateCommand.Build(program));
        root.Add(StatusCommand.Build(program));
        TeachingHelp.Teach(
            root,
            ("outlay demo", "Look around with a made-up company"),
            ("outlay ingest ./exports/aws", "Bring FOCUS files in"),
            ("outlay serve", "Open the pages on http://127.0.0.1:5080"),
            ("outlay query --group-by ServiceName --top 5", "Ask from the shell")
        );
        TeachingHelp.Install(root);
        return root;
    }

    /// <summary>Runs a command line and gives the exit code.</summary>
    public static async Task<int> RunAsync(
        RootCommand root,
        IReadOnlyList<string> arguments,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        var parse = root.Parse(arguments);
        if (parse.Errors.Count > 0 && parse.Action is not TeachingHelp)
        {
            foreach (var mistake in parse.Errors)
            {
                await error.WriteLineAsync($"outlay: {mistake.Message}");
            }

            var command = parse.CommandResult.Command;
            var help = command is RootCommand ? "outlay --help" : $"outlay {command.Name} --help";
            await error.WriteLineAsync($"See {help}.");
            return ExitCodes.WrongUse;
        }

        try
        {
            return await parse.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
                },
                cancellationToken
            );
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("outlay: stopped.");
            return ExitCodes.Failed;
        }
    }
}
