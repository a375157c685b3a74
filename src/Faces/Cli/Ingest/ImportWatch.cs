using Outlay.Cli.Console;
using Outlay.Ingest;
using Outlay.Kernel;
using Spectre.Console;

namespace Outlay.Cli.Ingest;

/// <summary>Shows an import while it runs: a bar in a terminal, a line for each step in a pipe.</summary>
internal static class ImportWatch
{
    private const double Whole = 100;

    public static async Task<Result<ImportRun>> RunAsync(
        CommandContext context,
        bool quiet,
        Func<IProgress<ImportRun>?, Task<Result<ImportRun>>> run
    )
    {
        if (quiet)
        {
            return await run(null);
        }

        if (!context.IsTerminal)
        {
            return await run(new ImportLines(context.Output));
        }

        return await AnsiConsole
            .Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn()
            )
            .StartAsync(async display =>
            {
                var bar = display.AddTask("Starting", maxValue: Whole);
                var result = await run(new ImportBar(bar));
                bar.Value = result.IsOk ? Whole : bar.Value;
                return result;
            });
    }

    private sealed class ImportBar(ProgressTask bar) : IProgress<ImportRun>
    {
        public void Report(ImportRun value)
        {
            bar.Value = value.Progress * Whole;
            bar.Description = Markup.Escape(value.Message ?? "Working");
        }
    }

    private sealed class ImportLines(TextWriter output) : IProgress<ImportRun>
    {
        private string? _last;

        public void Report(ImportRun value)
        {
            if (!value.IsOver && value.Message is { } message && message != _last)
            {
                _last = message;
                output.WriteLine(message);
            }
        }
    }
}
