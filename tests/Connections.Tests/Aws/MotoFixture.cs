using Outlay.Connections.Tests.Aws;
using Outlay.Testing;

[assembly: AssemblyFixture(typeof(MotoFixture))]

namespace Outlay.Connections.Tests.Aws;

/// <summary>A stand-in for all of AWS; the tests that need it skip on a machine without it.</summary>
public sealed class MotoFixture : IAsyncLifetime
{
    private const string Program = "moto_server";
    private ServerProcess? _server;

    /// <summary>Where it listens; a test that asks skips when there is none.</summary>
    public string Address
    {
        get
        {
            if (_server is null)
            {
                Assert.Skip("moto_server (pip install 'moto[server]') is not on this machine.");
            }

            return _server.Address;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (IsThere())
        {
            _server = await ServerProcess.StartAsync(Program, "-H", "127.0.0.1", "-p", "{port}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static bool IsThere() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, Program)));
}
