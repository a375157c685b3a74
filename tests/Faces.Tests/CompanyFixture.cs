using Microsoft.AspNetCore.Builder;
using Outlay.Connectors.Sample;
using Outlay.Host;
using Outlay.Host.Serving;
using Outlay.State;
using Outlay.Testing;

namespace Outlay.Faces.Tests;

/// <summary>Tests that read one company.</summary>
[CollectionDefinition(Name)]
public sealed class CompanyTests : ICollectionFixture<CompanyFixture>
{
    public const string Name = "Company";
}

/// <summary>A small company brought in by the command line, and a server over it; shared by all tests that only read.</summary>
public sealed class CompanyFixture : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private WebApplication? _server;

    public static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    public string Data => _folder.File("data");

    public string Exports => _folder.File("exports");

    public HttpClient Client { get; private set; } = new();

    public async ValueTask InitializeAsync()
    {
        var token = TestContext.Current.CancellationToken;
        await new SampleCompany().WriteAsync(Exports, Today, 7, 0.001, null, token);
        foreach (var delivery in Directory.GetDirectories(Exports))
        {
            var run = await CommandLine.RunAsync("ingest", delivery, "--data", Data);
            run.ExitCode.ShouldBe(0, run.Output + run.Error);
        }

        var configuration = SettingsReader.Configuration([
            new("Data", Data),
            new("Urls", "http://127.0.0.1:0"),
        ]);
        _server = WebServer.Build(
            configuration,
            SettingsReader.Read(configuration).Value,
            new DataFolder(Data),
            _ => { }
        );
        _server.Services.Migrate();
        var urls = (await WebServer.StartAsync(_server, token)).Value;
        Client = new HttpClient { BaseAddress = new Uri(urls[0]) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_server is not null)
        {
            await _server.StopAsync(CancellationToken.None);
            await _server.DisposeAsync();
        }

        _folder.Dispose();
    }
}
