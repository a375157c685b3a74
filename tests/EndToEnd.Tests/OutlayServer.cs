using System.Diagnostics;

namespace Outlay.EndToEnd.Tests;

/// <summary>A running server on a free loopback port over one data folder; stopped with its fixture.</summary>
public sealed class OutlayServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _log = [];

    private OutlayServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Root address.</summary>
    public Uri Address { get; }

    /// <summary>Starts the server and waits until it answers.</summary>
    public static async Task<OutlayServer> StartAsync(string dataFolder, CancellationToken token)
    {
        var port = OutlayProgram.FreePort();
        var process = OutlayProgram.Start("serve", "--data", dataFolder, "--port", port);
        var server = new OutlayServer(process, new Uri($"http://127.0.0.1:{port}/"));
        using var client = new HttpClient { BaseAddress = server.Address };
        var started = Stopwatch.StartNew();
        while (started.Elapsed < TimeSpan.FromSeconds(60))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException(
                    $"The server ended with {process.ExitCode}: {server.Log()}"
                );
            }

            try
            {
                using var answer = await client.GetAsync("healthz", token);
                if (answer.IsSuccessStatusCode)
                {
                    return server;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, token);
            }
        }

        await server.DisposeAsync();
        throw new TimeoutException($"The server did not answer within a minute: {server.Log()}");
    }

    /// <summary>What it printed.</summary>
    public string Log()
    {
        lock (_log)
        {
            return string.Join('\n', _log);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_log)
            {
                _log.Add(line);
            }
        }
    }
}
