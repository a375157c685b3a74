using System.Globalization;
using Outlay.Focus.Conformance;
using Outlay.Query;
using Outlay.Testing;

namespace Outlay.Connectors.Tests;

/// <summary>Exports what a world has loaded as FOCUS and checks it by the rules that users check their files by.</summary>
internal static class Conformance
{
    /// <summary>The findings of severity error, one line each.</summary>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(OutlayWorld world)
    {
        var file = await ExportAsync(world);
        var token = TestContext.Current.CancellationToken;
        var report = await world.Get<IConformanceChecker>().CheckAsync(file, token);
        report.IsOk.ShouldBeTrue(report.Problem?.ToString());
        return
        [
            .. report
                .Value.Findings.Where(f => f.Severity == Severity.Error)
                .Select(f =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{f.RuleId} {f.Column} x{f.Count}: {string.Join("; ", f.Examples.Take(2).Select(e => e.Value))}"
                    )
                ),
        ];
    }

    /// <summary>Writes what a world has loaded as a FOCUS file and gives its path.</summary>
    public static async Task<string> ExportAsync(OutlayWorld world)
    {
        var loads = world.Catalog.Current().Loads;
        var file = world.Files.File("charges.csv");
        var exported = await world
            .Get<IQueryEngine>()
            .ExportAsync(
                new CostQuery
                {
                    Period = Period.Of(
                        new Kernel.DateRange(
                            loads.Min(l => l.FirstChargeDay),
                            loads.Max(l => l.LastChargeDay).AddDays(1)
                        )
                    ),
                },
                ChargeFormat.Csv,
                file,
                TestContext.Current.CancellationToken
            );
        exported.IsOk.ShouldBeTrue(exported.Problem?.ToString());
        return file;
    }
}
