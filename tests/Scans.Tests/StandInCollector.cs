using System.Runtime.CompilerServices;
using Outlay.Inventory;
using Outlay.Kernel;

namespace Outlay.Scans.Tests;

/// <summary>A cloud that a test states: it holds what it is told to, or fails.</summary>
internal sealed class StandInCollector(TimeProvider time) : IInventoryCollector
{
    public List<Resource> Resources { get; } = [];

    public List<ScanGap> Gaps { get; } = [];

    public Problem? Fails { get; set; }

    public string Kind => "stand-in";

    public string Title => "A stand-in";

    public string Provider => "AWS";

    public string Summary => "Holds what a test says.";

    public IReadOnlyList<SettingField> Fields { get; } =
    [
        new("key", "Key", "A secret of it.") { Kind = FieldKind.Secret, IsRequired = true },
        new("place", "Place", "Where it is."),
    ];

    public IReadOnlyList<Problem> Check(SettingValues settings) => [];

    public IReadOnlyList<SetupSnippet> Snippets(SettingValues settings) => [];

    public async IAsyncEnumerable<TestStep> TestAsync(
        SettingValues settings,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.Yield();
        yield return new TestStep("Sign-in", settings["key"], null);
    }

    public Task<Result<Snapshot>> CollectAsync(
        SettingValues settings,
        TimeSpan window,
        IProgress<ScanProgress> progress,
        CancellationToken cancellationToken
    )
    {
        if (Fails is { } problem)
        {
            return Task.FromResult<Result<Snapshot>>(problem);
        }

        var now = time.GetUtcNow();
        progress.Report(new ScanProgress(1, 1, Resources.Count, 1, "everything"));
        return Task.FromResult<Result<Snapshot>>(
            new Snapshot
            {
                Provider = Provider,
                Started = now,
                Finished = now,
                MeasuredFrom = now - window,
                Accounts = [new ScannedAccount("111122223333", "Shop", ["us-east-1"])],
                Resources = [.. Resources],
                Gaps = [.. Gaps],
                Calls = [new ApiCalls("111122223333", "us-east-1", "ec2:DescribeVolumes", 1, 0, 0)],
            }
        );
    }
}
