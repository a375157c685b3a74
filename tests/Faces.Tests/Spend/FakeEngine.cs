using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Faces.Tests.Spend;

/// <summary>Answers with what a test gives it and remembers what it was asked.</summary>
internal sealed class FakeEngine : IQueryEngine
{
    private readonly Lock _lock = new();

    public List<CostQuery> Asked { get; } = [];

    public LakeFacts Holds { get; set; } =
        new(
            1,
            1000,
            new(2026, 10, 1),
            new(2026, 11, 22),
            new(2026, 11, 22),
            new(2026, 11, 22),
            new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero),
            ["USD"],
            ["team"],
            []
        );

    public Func<CostQuery, Result<CostTable>> Answer { get; set; } = q => Tables.Of(q);

    public Func<ChargesQuery, Result<ChargePage>> Charges { get; set; } =
        _ => new ChargePage([], [], 0, []);

    public Func<ChangesQuery, Result<ChangesTable>> Changes { get; set; } =
        q => new ChangesTable(
            new(new(2026, 11, 1), new(2026, 11, 24)),
            new(new(2026, 10, 1), new(2026, 10, 24)),
            [],
            1
        );

    public LakeFacts Facts() => Holds;

    public Task<Result<ChangesTable>> ChangesAsync(
        ChangesQuery query,
        CancellationToken cancellationToken
    ) => Task.FromResult(Changes(query));

    public Task<Result<CostTable>> RunAsync(CostQuery query, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Asked.Add(query);
        }

        return Task.FromResult(Answer(query));
    }

    public Task<Result<ChargePage>> ChargesAsync(
        ChargesQuery query,
        CancellationToken cancellationToken
    ) => Task.FromResult(Charges(query));

    public async Task<Result<long>> ExportAsync(
        CostQuery query,
        ChargeFormat format,
        string path,
        CancellationToken cancellationToken
    )
    {
        await File.WriteAllTextAsync(path, "BilledCost\r\n", cancellationToken);
        return 0L;
    }

    public Task<Result<IReadOnlyList<DimensionValue>>> ValuesAsync(
        ValuesQuery query,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<DimensionValue> values =
        [
            new("Amazon EC2", 10, 3),
            new("<b>odd|name</b>", 5, 2),
            new(null, 1, 1),
        ];
        return Task.FromResult<Result<IReadOnlyList<DimensionValue>>>(values.ToList());
    }
}
