using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Connections.Tests.Lines;

/// <summary>A connector whose one file has as many bytes as a test wants, need not say so before, and may hang in the middle.</summary>
internal sealed class BigConnector(long bytes, bool saysSo, int hangs = 0) : IConnector
{
    /// <summary>How often the file was asked for.</summary>
    public int Fetches { get; private set; }

    public string Kind => "big";

    public string Title => "Big";

    public string Provider => "Big";

    public string Summary => "One big file.";

    public IReadOnlyList<SettingField> Fields => [];

    public IReadOnlyList<Problem> Check(SettingValues settings) => [];

    public IReadOnlyList<SetupSnippet> Snippets(SettingValues settings) => [];

    public async IAsyncEnumerable<TestStep> TestAsync(
        SettingValues settings,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.Yield();
        yield return new TestStep("Look", "a big file");
    }

    public Task<Result<RemoteListing>> DiscoverAsync(
        SettingValues settings,
        BillingPeriod from,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<Result<RemoteListing>>(
            new RemoteListing(
                [
                    new RemoteDelivery(
                        new BillingPeriod(2026, 10),
                        "1",
                        [new RemoteFile("big", "big.csv", saysSo ? bytes : null, "1")]
                    ),
                ],
                PaidCalls.None
            )
        );

    public async Task<Result<PaidCalls>> FetchAsync(
        SettingValues settings,
        RemoteFile file,
        Stream target,
        CancellationToken cancellationToken
    )
    {
        Fetches++;
        var block = new byte[1024 * 1024];
        for (var written = 0L; written < bytes; written += block.Length)
        {
            await target.WriteAsync(block, cancellationToken);
            if (Fetches <= hangs)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }
        }

        return PaidCalls.None;
    }
}
