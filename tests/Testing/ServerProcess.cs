using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Outlay.Testing;

/// <summary>A provider's server that a test starts on a free loopback port and stops again.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private ServerProcess(Process process, string address) =>
        (_process, Address) = (process, address);

    public string Address { get; }

    /// <summary>Starts a program, whose arguments have <c>{port}</c> in them, and waits until it answers.</summary>
    public static async Task<ServerProcess> StartAsync(string program, params string[] arguments)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(
                argument.Replace(
                    "{port}",
                    port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    StringComparison.Ordinal
                )
            );
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, $"http://127.0.0.1:{port}");
        var began = Stopwatch.GetTimestamp();
        while (!await AnswersAsync(port))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
            {
                await server.DisposeAsync();
                throw new InvalidOperationException($"{program} does not answer.");
            }

            await Task.Delay(100);
        }

        return server;
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
