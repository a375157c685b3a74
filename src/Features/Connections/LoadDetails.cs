using Outlay.Focus.Conformance;
using Outlay.Ingest.Ledger;
using Outlay.Kernel;
using Outlay.Lake;

namespace Outlay.Connections;

/// <summary>Gathers what is known about a load.</summary>
internal sealed class LoadDetails(
    ILakeCatalog catalog,
    ILakeEngine engine,
    ConformanceLedger reports
)
{
    public async Task<LoadDetail?> FindAsync(long loadId, CancellationToken cancellationToken)
    {
        if (catalog.Find(loadId) is not { } load)
        {
            return null;
        }

        var versions = catalog.Versions(load.Connection, load.Period);
        var former = versions.SkipWhile(v => v.Id != load.Id).Skip(1).FirstOrDefault();
        return new LoadDetail(
            load,
            versions,
            former is null ? [] : await RestateAsync(former, load, cancellationToken),
            Completeness.Of(
                load.Period,
                await engine.DaysAsync(load.RollupFile, cancellationToken)
            ),
            Findings(load)
        );
    }

    private async Task<IReadOnlyList<RestatedAmount>> RestateAsync(
        Load former,
        Load load,
        CancellationToken cancellationToken
    )
    {
        var differences = await engine.RestateAsync(
            former.RollupFile,
            load.RollupFile,
            cancellationToken
        );
        return
        [
            .. differences.Select(d => new RestatedAmount(
                d.ServiceName,
                d.SubAccountName,
                Currency.Parse(d.Currency),
                d.Before,
                d.After
            )),
        ];
    }

    private List<ConformanceReport>? Findings(Load load)
    {
        var found = load
            .Sources.Select(s => reports.Find(s.Sha256))
            .OfType<ConformanceReport>()
            .ToList();
        return found.Count > 0 ? found : null;
    }
}
