using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Outlay.Benchmarks;

/// <summary>Starts the server over the lake and times first byte, pages and idle memory from outside.</summary>
internal sealed class PageBench(BenchFolder folder)
{
    private const int Visits = 60;

    /// <summary>Three views of each page, over the bills' months; visits alternate, so no page answers from one remembered query.</summary>
    private static readonly string[] Spend =
    [
        "/spend?from=2026-10-01&to=2026-10-31",
        "/spend?from=2026-08-01&to=2026-10-31&groupBy=ServiceName",
        "/spend?from=2025-10-01&to=2026-10-31&grain=month&groupBy=SubAccountName",
    ];

    private static readonly string[] Overview =
    [
        "/?from=2026-10-01&to=2026-10-31",
        "/?from=2026-09-01&to=2026-09-30",
        "/?from=2026-08-01&to=2026-08-31",
    ];

    public async Task<IReadOnlyList<Measure>> RunAsync(CancellationToken token)
    {
        var port = FreePort();
        var watch = Stopwatch.StartNew();
        using var process = Start(port);
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            await FirstByteAsync(client, token);
            var first = watch.Elapsed;
            await IdleAsync(process, token);
            var idle = MeteredProcess.RssMb(process.Id);
            var spend = await P95Async(client, Spend, token);
            var overview = await P95Async(client, Overview, token);
            return
            [
                new(
                    "Start with an existing lake to first byte",
                    $"{first.TotalSeconds:F2} s",
                    "",
                    "below 2 s",
                    $"{first.TotalSeconds:F2} s",
                    first.TotalSeconds < 2
                ),
                new(
                    "Resident memory, idle",
                    $"{idle} MB",
                    "",
                    "below 250 MB",
                    $"{idle} MB",
                    idle < 250
                ),
                new(
                    "Spend page, server time p95",
                    $"{spend:F0} ms",
                    "",
                    "below 300 ms",
                    $"{spend:F0} ms",
                    spend < 300
                ),
                new(
                    "Overview page, server time p95",
                    $"{overview:F0} ms",
                    "",
                    "below 300 ms",
                    $"{overview:F0} ms",
                    overview < 300
                ),
            ];
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Waits until the server has used less than 2 % of a core for ten seconds: a new load is checked in the background first.</summary>
    private static async Task IdleAsync(Process process, CancellationToken token)
    {
        var window = TimeSpan.FromSeconds(10);
        TimeSpan used;
        do
        {
            process.Refresh();
            used = process.TotalProcessorTime;
            await Task.Delay(window, token);
            process.Refresh();
        } while (process.TotalProcessorTime - used > window * 0.02);
    }

    private Process Start(string port)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (
            var argument in new[]
            {
                BenchFolder.Program,
                "serve",
                "--data",
                folder.Data,
                "--port",
                port,
            }
        )
        {
            start.ArgumentList.Add(argument);
        }

        var process =
            Process.Start(start)
            ?? throw new InvalidOperationException("The server did not start.");
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task FirstByteAsync(HttpClient client, CancellationToken token)
    {
        for (var attempt = 0; attempt < 2000; attempt++)
        {
            try
            {
                using var answer = await client.GetAsync(
                    "/settings",
                    HttpCompletionOption.ResponseHeadersRead,
                    token
                );
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException error) when (error.StatusCode is null)
            {
                await Task.Delay(10, token);
            }
        }

        throw new TimeoutException("The server did not answer.");
    }

    /// <summary>95th percentile in ms of whole answers on loopback, after three warm-up visits of each address.</summary>
    private static async Task<double> P95Async(
        HttpClient client,
        string[] addresses,
        CancellationToken token
    )
    {
        var times = new List<double>();
        for (var visit = -3 * addresses.Length; visit < Visits; visit++)
        {
            var address = addresses[(visit + 3 * addresses.Length) % addresses.Length];
            var watch = Stopwatch.StartNew();
            using var answer = await client.GetAsync(address, token);
            await answer.Content.ReadAsByteArrayAsync(token);
            answer.EnsureSuccessStatusCode();
            if (visit >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        return times[(int)Math.Ceiling(times.Count * 0.95) - 1];
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
