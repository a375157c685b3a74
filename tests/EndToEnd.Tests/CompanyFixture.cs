using Outlay.Connectors.Sample;

namespace Outlay.EndToEnd.Tests;

/// <summary>A server over a small company's thirteen months, and one over nothing; shared by all browser tests.</summary>
public sealed class CompanyFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("outlay-e2e-").FullName;
    private OutlayServer? _company;
    private OutlayServer? _empty;
    private Browser? _browser;

    public OutlayServer Company => _company ?? throw new InvalidOperationException("Not started.");

    public OutlayServer Empty => _empty ?? throw new InvalidOperationException("Not started.");

    public Browser Browser => _browser ?? throw new InvalidOperationException("Not started.");

    /// <summary>Where screenshots go, for a person to look at.</summary>
    public static string Screenshots =>
        Directory
            .CreateDirectory(
                Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots")
            )
            .FullName;

    public async ValueTask InitializeAsync()
    {
        var token = TestContext.Current.CancellationToken;
        var exports = Path.Combine(_folder, "exports");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await new SampleCompany().WriteAsync(
            exports,
            today,
            seed: 7,
            scale: 0.02,
            progress: null,
            token
        );
        var data = Path.Combine(_folder, "data");
        foreach (var cloud in Directory.GetDirectories(exports))
        {
            var (code, output) = await OutlayProgram.RunAsync(
                token,
                "ingest",
                cloud,
                "--data",
                data
            );
            code.ShouldBe(0, output);
        }

        var budgets = Path.Combine(_folder, "budgets.csv");
        await File.WriteAllTextAsync(
            budgets,
            "name,owner,amount,currency,filter\nEverything,Ann,100,USD,\nCompute,,100000000,USD,ServiceName~compute\n",
            token
        );
        foreach (
            var command in (string[][])
                [
                    [
                        "connections",
                        "add",
                        "aws",
                        "--kind",
                        "folder",
                        "--set",
                        $"path={Path.Combine(exports, "aws")}",
                    ],
                    ["sync", "aws"],
                    ["sync", "aws"],
                    ["budgets", "import", budgets],
                    ["scan", "add", "AWS", "--kind", "aws", "--every", "0"],
                    ["recommendations"],
                ]
        )
        {
            var (code, output) = await OutlayProgram.RunAsync(token, [.. command, "--data", data]);
            code.ShouldBe(0, output);
        }

        _company = await OutlayServer.StartAsync(data, token);
        _empty = await OutlayServer.StartAsync(Path.Combine(_folder, "empty"), token);
        _browser = await Browser.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in new IAsyncDisposable?[] { _browser, _company, _empty })
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }

        Directory.Delete(_folder, recursive: true);
    }
}
