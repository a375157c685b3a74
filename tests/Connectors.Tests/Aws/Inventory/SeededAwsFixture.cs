using Outlay.Connections.Tests.Aws;
using Outlay.Testing.AwsSeed;

namespace Outlay.Connectors.Tests.Aws.Inventory;

/// <summary>The seeded organisation, made once for the tests that scan it.</summary>
public sealed class SeededAwsFixture(MotoFixture aws)
{
    public const int Hours = 24;

    private readonly Lazy<Task<SeededAws>> _seeded = new(() =>
        AwsSeeder.FillAsync(aws.Address, TimeProvider.System.GetUtcNow(), Hours)
    );

    public Task<SeededAws> SeededAsync() => _seeded.Value;
}
