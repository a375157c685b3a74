using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Outlay.EndToEnd.Tests;

/// <summary>The built program, run as a person runs it: a child process with a data folder.</summary>
public static class OutlayProgram
{
    /// <summary>Runs a verb to its end and gives exit code and output.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        CancellationToken token,
        params string[] arguments
    )
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(token);
        var errors = process.StandardError.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Starts a verb and leaves it running.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Assembly());
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        return Process.Start(start)
            ?? throw new InvalidOperationException("The program did not start.");
    }

    /// <summary>A loopback port that is free now.</summary>
    public static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    private static string Assembly()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var bin =
            output.Parent?.Parent
            ?? throw new InvalidOperationException("Unexpected output folder.");
        var path = Path.Combine(bin.FullName, "Outlay.Host", output.Name, "outlay.dll");
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException("Build src/Host first.", path);
    }
}
