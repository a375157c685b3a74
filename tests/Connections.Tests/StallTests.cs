using Microsoft.Extensions.DependencyInjection;
using Outlay.Connections.Sources;
using Outlay.Connections.Syncs;
using Outlay.Connections.Tests.Aws;
using Outlay.Connections.Tests.Lines;
using Outlay.Ingest;
using Outlay.Ingest.Connect;
using Outlay.Testing;

namespace Outlay.Connections.Tests;

/// <summary>A download that hangs without breaking.</summary>
public sealed class StallTests
{
    [Theory]
    [InlineData(1, 2, "big.csv")]
    [InlineData(int.MaxValue, 3, "Nothing came of big.csv for")]
    public async Task Is_given_up_and_tried_again(int hangs, int fetches, string message)
    {
        var connector = new BigConnector(3 * 1024 * 1024, saysSo: true, hangs);
        using var world = new OutlayWorld(services =>
            services
                .AddSingleton<IConnector>(connector)
                .Configure<SyncOptions>(o =>
                {
                    o.StallLimit = TimeSpan.FromMilliseconds(400);
                    o.Retries = 2;
                })
        );
        var connection = SyncWorld.Make(
            world,
            new ConnectionDraft
            {
                Name = "Big",
                Kind = "big",
                Schedule = "manual",
            }
        );

        var sync = await world
            .Get<SyncBook>()
            .RunAsync(connection.Id, null, TestContext.Current.CancellationToken);

        // The file came whole in the first case, and then is no table of costs.
        sync.Value.State.ShouldBe(ImportState.Failed);
        sync.Value.Message.ShouldNotBeNull().ShouldContain(message);
        connector.Fetches.ShouldBe(fetches);
    }
}
