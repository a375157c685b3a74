using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Console;
using Outlay.Connections;
using Outlay.Ingest;
using Outlay.Kernel;

namespace Outlay.Cli.Ingest;

/// <summary><c>outlay ingest</c>: brings files into the lake, here and now.</summary>
internal sealed class IngestCommand
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description =
            "Files or folders: billing exports of AWS, Azure, Google Cloud or Oracle Cloud, or FOCUS 0.5 to 1.4, as CSV, Parquet or JSON. A folder is one connection",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _connection = CommonOptions.Text(
        "--connection",
        "NAME",
        "Connection the data belongs to; a folder gives its name, a file its provider and billing account"
    );

    private readonly Option<int> _maxBadRows = new("--max-bad-rows")
    {
        Description = "Bad rows a file may have and still load without them (0)",
        HelpName = "N",
    };

    private readonly Option<bool> _quarantine = new("--quarantine")
    {
        Description = "Set every bad row aside with its reason, and load the rest",
    };

    private readonly Option<string?> _currency = CommonOptions.Text(
        "--currency",
        "CODE",
        "Billing currency of files that do not say theirs"
    );

    private readonly Option<string[]> _periods = CommonOptions.Texts(
        "--period",
        "MONTH",
        "Only this billing period, such as 2026-11; repeat it"
    );

    private readonly Option<string?> _map = CommonOptions.Text(
        "--map",
        "FILE",
        "JSON file that says which column is what, for tables that no format knows; kept for their headers"
    );

    private readonly Option<bool> _json = CommonOptions.Json();

    public static Command Build(IProgram program)
    {
        var parts = new IngestCommand();
        var command = new Command("ingest", "Bring billing files into the lake")
        {
            parts._paths,
            parts._connection,
            parts._maxBadRows,
            parts._quarantine,
            parts._currency,
            parts._periods,
            parts._map,
            parts._json,
        };
        command.SetAction(
            (parse, cancellationToken) =>
                parts.RunAsync(program, new CommandContext(parse), cancellationToken)
        );
        TeachingHelp.Teach(
            command,
            (
                "outlay ingest ./exports/aws",
                "A folder of monthly files; run it again after each delivery"
            ),
            (
                "outlay ingest november.csv.gz --connection azure",
                "One file, under a name of your choice"
            ),
            (
                "outlay ingest vendor.csv --map vendor.json",
                """Any table: {"name":"Vendor","columns":{"BilledCost":"Amount","ChargePeriodStart":"Day"},"constants":{"BillingCurrency":"EUR"},"numbers":"Comma","dates":"DayFirstWithPoints"}"""
            ),
            ("outlay ingest bill.csv --quarantine", "Load what is good and set the rest aside")
        );
        return command;
    }

    private async Task<int> RunAsync(
        IProgram program,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var request = Request(context);
        if (!request.IsOk)
        {
            return context.Fail(request.Problem);
        }

        var opened = program.OpenOrCreate(context.Get(CommonOptions.Data));
        if (!opened.IsOk)
        {
            return context.Fail(opened.Problem);
        }

        await using var outlay = opened.Value;
        if (
            context.Get(_map) is { } map
            && await MapFile.KeepAsync(outlay.Services, map, request.Value.Paths, cancellationToken)
                is { } unkept
        )
        {
            return context.Fail(unkept);
        }

        var imports = outlay.Services.GetRequiredService<Imports>();
        var isJson = context.Get(_json);
        var run = await WorkWatch.RunAsync<ImportRun>(
            context,
            quiet: isJson,
            r => (r.Progress, r.IsOver ? null : r.Message),
            progress => imports.RunAsync(request.Value, progress, cancellationToken)
        );
        if (!run.IsOk)
        {
            return context.Fail(run.Problem);
        }

        if (isJson)
        {
            CommandJson.Write(context.Output, ImportDocument.Of(run.Value));
        }
        else
        {
            ImportText.Write(context, run.Value);
        }

        return run.Value.State is ImportState.Succeeded or ImportState.Unchanged
            ? ExitCodes.Ok
            : ExitCodes.Failed;
    }

    private Result<ImportRequest> Request(CommandContext context)
    {
        var paths = context.Get(_paths) ?? [];
        var missing = paths.FirstOrDefault(p => !File.Exists(p) && !Directory.Exists(p));
        if (missing is not null)
        {
            return new Problem(
                ProblemKind.NotFound,
                $"{missing} is not there.",
                "Give a file or a folder."
            );
        }

        var months = new List<BillingPeriod>();
        foreach (var text in context.Get(_periods) ?? [])
        {
            if (!BillingPeriod.TryParse(text, out var month))
            {
                return new Problem(
                    ProblemKind.Invalid,
                    $"--period: '{text}' is not a billing period.",
                    "Write it as 2026-11."
                );
            }

            months.Add(month);
        }

        return new ImportRequest
        {
            Paths = paths,
            Connection = context.Get(_connection),
            MaxBadRows = context.Get(_maxBadRows),
            Quarantine = context.Get(_quarantine),
            Currency = context.Get(_currency),
            Periods = months.Count == 0 ? null : months,
        };
    }
}
