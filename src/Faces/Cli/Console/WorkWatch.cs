using Outlay.Kernel;
using Spectre.Console;

namespace Outlay.Cli.Console;

/// <summary>Shows long work while it runs: a bar in a terminal, a line for each step in a pipe.</summary>
internal static class WorkWatch
{
    private const double Whole = 100;

    /// <summary>Runs the work and shows what it reports.</summary>
    /// <param name="context">Where to show it.</param>
    /// <param name="quiet">Whether to show nothing.</param>
    /// <param name="look">How far a report is, and what it says; no words once it is over.</param>
    /// <param name="run">The work.</param>
    public static async Task<Result<T>> RunAsync<T>(
        CommandContext context,
        bool quiet,
        Func<T, (double Progress, string? Message)> look,
        Func<IProgress<T>?, Task<Result<T>>> run
    )
    {
        if (quiet)
        {
            return await run(null);
        }

        if (!context.IsTerminal)
        {
            return await run(new Lines<T>(context.Output, look));
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
                var result = await run(new Bar<T>(bar, look));
                bar.Value = result.IsOk ? Whole : bar.Value;
                return result;
            });
    }

    private sealed class Bar<T>(ProgressTask bar, Func<T, (double Progress, string? Message)> look)
        : IProgress<T>
    {
        public void Report(T value)
        {
            var (progress, message) = look(value);
            bar.Value = progress * Whole;
            bar.Description = Markup.Escape(message ?? "Working");
        }
    }

    private sealed class Lines<T>(
        TextWriter output,
        Func<T, (double Progress, string? Message)> look
    ) : IProgress<T>
    {
        private readonly Lock _gate = new();
        private string? _last;

        public void Report(T value)
        {
            var message = look(value).Message;
            lock (_gate)
            {
                if (message is not null && message != _last)
                {
                    _last = message;
                    output.WriteLine(message);
                }
            }
        }
    }
}
