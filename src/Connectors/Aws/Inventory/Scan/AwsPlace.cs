using Outlay.Connectors.Aws.Inventory.Readers;
using Outlay.Inventory;

namespace Outlay.Connectors.Aws.Inventory.Scan;

/// <summary>A region of an account. What several readers need of it is read once, when the first asks.</summary>
internal sealed class AwsPlace
{
    private readonly Lazy<Task<IReadOnlyDictionary<string, MachineType>>> _types;

    public AwsPlace(AwsScan scan, AwsAccount account, string region)
    {
        (Account, Region) = (account, region);
        _types = new(() => MachineTypes.ReadAsync(new AwsPart(scan, this)));
    }

    public AwsAccount Account { get; }

    public string Region { get; }

    /// <summary>The machine types on offer, by name; none where nobody asked.</summary>
    public Task<IReadOnlyDictionary<string, MachineType>> TypesAsync() => _types.Value;

    /// <summary>The machine types if a reader asked for them.</summary>
    public async Task<IEnumerable<MachineType>> AskedTypesAsync() =>
        _types.IsValueCreated ? (await _types.Value).Values : [];
}
