using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Console;
using Outlay.Connections;
using Outlay.Focus;
using Outlay.Focus.Conformance;
using Outlay.Kernel;

namespace Outlay.Cli.Validate;

/// <summary><c>outlay validate</c>: checks a file against the FOCUS rules of its version and keeps nothing.</summary>
internal static class ValidateCommand
{
    public static Command Build(IProgram program)
    {
        var path = new Argument<string>("FILE")
        {
            Description = "A FOCUS file: CSV, CSV.gz or Parquet",
        };
        var json = CommonOptions.Json();
        var command = new Command("validate", "Check a file against the FOCUS rules of its version")
        {
            path,
            json,
        };
        command.SetAction(
            (parse, cancellationToken) =>
            {
                var context = new CommandContext(parse);
                return RunAsync(
                    program,
                    context,
                    context.Get(path) ?? "",
                    context.Get(json),
                    cancellationToken
                );
            }
        );
        TeachingHelp.Teach(
            command,
            (
                "outlay validate november.csv.gz",
                "Ends with 1 when a MUST of the specification is broken"
            ),
            (
                "outlay validate november.csv.gz --json > findings.json",
                "Every finding, for a script"
            )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IProgram program,
        CommandContext context,
        string path,
        bool json,
        CancellationToken cancellationToken
    )
    {
        if (!File.Exists(path))
        {
            return context.Fail(
                new(ProblemKind.NotFound, $"{path} is not there.", "Give a file.", "FILE")
            );
        }

        var opened = program.OpenScratch();
        if (!opened.IsOk)
        {
            return context.Fail(opened.Problem);
        }

        await using var outlay = opened.Value;
        var report = await outlay
            .Services.GetRequiredService<Imports>()
            .ValidateAsync(path, cancellationToken);
        if (!report.IsOk)
        {
            return context.Fail(report.Problem);
        }

        if (json)
        {
            CommandJson.Write(context.Output, report.Value);
        }
        else
        {
            Write(context, report.Value);
        }

        return report.Value.Findings.Any(f => f.Severity == Severity.Error)
            ? ExitCodes.Failed
            : ExitCodes.Ok;
    }

    private static void Write(CommandContext context, ConformanceReport report)
    {
        context.Output.WriteLine(
            $"{report.File}: FOCUS {report.Version.Label()}, {TextNumber.Count(report.Rows)} rows, {report.Rules} rules checked"
        );
        context.Output.WriteLine();
        foreach (var finding in report.Findings)
        {
            context.Output.WriteLine(
                $"{finding.Severity.ToString().ToUpperInvariant(), -7} {finding.RuleId}  {TextNumber.Count(finding.Count)}x  {finding.Message}"
            );
            foreach (var example in finding.Examples)
            {
                context.Output.WriteLine(
                    $"        row {example.Row}: {example.Value ?? "(empty)"}"
                );
            }
        }

        var errors = report.Findings.Count(f => f.Severity == Severity.Error);
        var warnings = report.Findings.Count - errors;
        context.Output.WriteLine(
            report.Findings.Count == 0
                ? "Nothing found."
                : $"{errors} rules broken, {warnings} warnings."
        );
    }
}
