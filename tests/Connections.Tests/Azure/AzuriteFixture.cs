using Outlay.Connections.Tests.Azure;
using Outlay.Testing;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Outlay.Connections.Tests.Azure;

/// <summary>Microsoft's own emulator of Blob Storage; the tests that need it skip where it is not installed.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    /// <summary>Its one account.</summary>
    public const string Account = "devstoreaccount1";

    private readonly string _folder = Directory.CreateTempSubdirectory("outlay-azurite-").FullName;
    private ServerProcess? _server;

    /// <summary>Where it listens; a test that asks skips when there is none.</summary>
    public string Address
    {
        get
        {
            if (_server is null)
            {
                Assert.Skip("azurite is not installed; the test command does that with npm.");
            }

            return _server.Address;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (NodeServers.Find("azurite-blob") is { } program)
        {
            _server = await ServerProcess.StartAsync(
                program,
                "--blobHost",
                "127.0.0.1",
                "--blobPort",
                "{port}",
                "--location",
                _folder,
                "--silent",
                "--skipApiVersionCheck"
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
