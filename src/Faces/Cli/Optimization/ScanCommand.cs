using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Connections;
using Outlay.Cli.Console;
using Outlay.Kernel;
using Outlay.Optimization.Analysis;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Scans;

namespace Outlay.Cli.Optimization;

/// <summary><c>outlay scan</c>: reads what accounts hold, here and now, and judges it.</summary>
internal sealed class ScanCommand
{
    private readonly Argument<string[]> _names = new("NAME")
    {
        Description = "Sources; all when none is named",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public static Command Build(IProgram program)
    {
        var parts = new ScanCommand();
        var command = new Command("scan", "Read what accounts hold and how busy it is")
        {
            parts._names,
            parts._json,
            ScanSourceCommands.List(program),
            ScanSourceCommands.Add(program),
            ScanSourceCommands.Test(program),
            ScanSourceCommands.Remove(program),
        };
        command.SetAction(
            (parse, cancellationToken) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) => parts.RunAsync(context, services, cancellationToken)
                )
        );
        TeachingHelp.Teach(
            command,
            ("outlay scan add AWS --kind aws", "Make a source; signs in as this machine"),
            ("outlay scan", "Scan all sources, then see outlay recommendations"),
            ("outlay scan AWS --json", "One of them, for a script")
        );
        return command;
    }

    private async Task<int> RunAsync(
        CommandContext context,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var book = services.GetRequiredService<ScanBook>();
        var wanted = new List<ScanSource>();
        foreach (var name in context.Get(_names) ?? [])
        {
            var found = ScanSourceCommands.Find(book, name);
            if (!found.IsOk)
            {
                return context.Fail(found.Problem);
            }

            wanted.Add(found.Value);
        }

        wanted = wanted.Count > 0 ? wanted : [.. book.Sources()];
        if (wanted.Count == 0)
        {
            await context.Error.WriteLineAsync(
                "outlay: there is nothing to scan; make a source with outlay scan add."
            );
            return ExitCodes.WrongUse;
        }

        var code = ExitCodes.Ok;
        foreach (var source in wanted)
        {
            code = Math.Max(code, await ScanAsync(context, book, source, cancellationToken));
        }

        var judged = await services
            .GetRequiredService<OptimizationAnalysis>()
            .RunAsync(cancellationToken);
        if (!judged.IsOk)
        {
            return context.Fail(judged.Problem);
        }

        if (!context.Get(_json))
        {
            foreach (
                var sum in services
                    .GetRequiredService<FindingBook>()
                    .Page(new FindingQuery { Limit = 1 })
                    .Sums
            )
            {
                await context.Output.WriteLineAsync(
                    $"{TextNumber.Of(sum.Count, "recommendation")}: {TextNumber.Money(sum.Net)} {sum.Currency} a month. See outlay recommendations."
                );
            }
        }

        return code;
    }

    private async Task<int> ScanAsync(
        CommandContext context,
        ScanBook book,
        ScanSource source,
        CancellationToken cancellationToken
    )
    {
        var isJson = context.Get(_json);
        Result<Scan> scan = await WorkWatch.RunAsync<Scan>(
            context,
            quiet: isJson,
            s => (s.Progress, s.IsOver ? null : $"{source.Name}: {s.Message}"),
            progress => book.RunAsync(source.Id, progress, cancellationToken)
        );
        if (!scan.IsOk)
        {
            return context.Fail(scan.Problem);
        }

        var isGood = scan.Value.State is ScanState.Succeeded or ScanState.Partial;
        if (isJson)
        {
            CommandJson.Write(context.Output, ScanDocument.Of(scan.Value));
        }
        else
        {
            Write(isGood ? context.Output : context.Error, source, scan.Value);
        }

        return isGood ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static void Write(TextWriter writer, ScanSource source, Scan scan)
    {
        writer.WriteLine(
            $"{source.Name}: {scan.Message ?? "complete."} {TextNumber.Of(scan.Resources, "resource")} in {TextNumber.Of(scan.Detail.Accounts.Count, "account")}, {TextNumber.Of(scan.Calls, "call")}."
        );
        foreach (var gap in scan.Detail.Gaps)
        {
            writer.WriteLine(
                $"  not read: {gap.Subject} of {gap.AccountId}{(gap.Region is { } region ? $" in {region}" : "")} ({gap.Operation}): {gap.Cause}"
            );
        }
    }
}
