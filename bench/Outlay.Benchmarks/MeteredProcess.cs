using System.Diagnostics;
using System.Globalization;

namespace Outlay.Benchmarks;

/// <summary>What a child process took.</summary>
/// <param name="Elapsed">Wall time from start to end.</param>
/// <param name="PeakRssMb">Highest resident memory, in MB, as the kernel counts it.</param>
/// <param name="Output">Everything it printed.</param>
internal sealed record Metered(TimeSpan Elapsed, long PeakRssMb, string Output);

/// <summary>Runs a program as a child process and measures it from outside, so that ours and the baseline are measured alike.</summary>
internal static class MeteredProcess
{
    public static async Task<Metered> RunAsync(CancellationToken token, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var watch = Stopwatch.StartNew();
        using var process =
            Process.Start(start)
            ?? throw new InvalidOperationException("The process did not start.");
        var output = process.StandardOutput.ReadToEndAsync(token);
        var errors = process.StandardError.ReadToEndAsync(token);
        long peak = 0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakRssMb(process.Id));
            await Task.WhenAny(process.WaitForExitAsync(token), Task.Delay(100, token));
        }

        var elapsed = watch.Elapsed;
        var text = await output + await errors;
        return process.ExitCode == 0
            ? new Metered(elapsed, peak, text)
            : throw new InvalidOperationException(
                $"{string.Join(' ', arguments)} ended with {process.ExitCode}: {text}"
            );
    }

    /// <summary>Highest resident memory of a living process, in MB.</summary>
    public static long PeakRssMb(int processId) => StatusKb(processId, "VmHWM:") / 1024;

    /// <summary>Resident memory of a living process now, in MB.</summary>
    public static long RssMb(int processId) => StatusKb(processId, "VmRSS:") / 1024;

    private static long StatusKb(int processId, string field)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/status");
        if (!File.Exists(path))
        {
            return 0;
        }

        try
        {
            var line = File.ReadLines(path)
                .FirstOrDefault(l => l.StartsWith(field, StringComparison.Ordinal));
            return line is null
                ? 0
                : long.Parse(
                    line.Split(':', 2)[1].Replace("kB", "", StringComparison.Ordinal),
                    CultureInfo.InvariantCulture
                );
        }
        catch (IOException)
        {
            // The process ended between the two looks; its last value stands.
            return 0;
        }
    }
}
