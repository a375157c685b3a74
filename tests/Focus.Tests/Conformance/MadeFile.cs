using Microsoft.Extensions.DependencyInjection;
using Outlay.Engines.DuckDb.Conformance;
using Outlay.Focus.Conformance;
using Outlay.Kernel;
using Outlay.Testing;

namespace Outlay.Focus.Tests.Conformance;

/// <summary>Writes small files and checks them.</summary>
internal static class MadeFile
{
    /// <summary>The columns that a file of the version has, under the names of that version.</summary>
    public static IReadOnlyList<string> Columns(FocusVersion version) =>
        [
            .. FocusColumns.All.Where(c => c.IsIn(version)).Select(c => OldName(c.Name, version)),
            .. version == FocusVersion.V1_0Preview ? new[] { "ChargeSubcategory" } : [],
            .. version == FocusVersion.V1_0Preview
                ? new[] { "Region", "UsageQuantity", "UsageUnit" }
                : [],
            .. version == FocusVersion.V0_5 ? new[] { "Region" } : [],
        ];

    public static async Task<ConformanceReport> CheckAsync(
        FocusVersion version,
        IReadOnlyList<Charge> charges
    )
    {
        using var folder = new TestFolder();
        var path = folder.File("made.csv");
        await File.WriteAllLinesAsync(
            path,
            Lines(Columns(version), charges),
            TestContext.Current.CancellationToken
        );
        var report = await CheckAsync(path);
        report.Problem.ShouldBeNull();
        report.Value.Version.ShouldBe(version);
        return report.Value;
    }

    public static async Task<Result<ConformanceReport>> CheckAsync(string path)
    {
        await using var services = new ServiceCollection()
            .AddDuckDbConformance(o => o.Examples = 2000)
            .BuildServiceProvider();
        return await services
            .GetRequiredService<IConformanceChecker>()
            .CheckAsync(path, TestContext.Current.CancellationToken);
    }

    public static IEnumerable<string> Lines(
        IReadOnlyList<string> columns,
        IReadOnlyList<Charge> charges
    ) =>
        [
            string.Join(',', columns),
            .. charges.Select(c =>
                string.Join(
                    ',',
                    columns.Select(n => Quote(c.Values.GetValueOrDefault(Today(n), "")))
                )
            ),
        ];

    /// <summary>The name that a column of an old version bears today.</summary>
    public static string Today(string name) =>
        FocusHeader.Read([name]).Columns[0].Column?.Name ?? name;

    private static string OldName(string name, FocusVersion version) =>
        (name, version) switch
        {
            ("ChargeCategory", FocusVersion.V0_5) => "ChargeType",
            ("EffectiveCost", FocusVersion.V0_5) => "AmortizedCost",
            ("ProviderName", <= FocusVersion.V1_0Preview) => "Provider",
            ("PublisherName", <= FocusVersion.V1_0Preview) => "Publisher",
            ("InvoiceIssuerName", <= FocusVersion.V1_0Preview) => "InvoiceIssuer",
            _ => name,
        };

    private static string Quote(string value) =>
        value.AsSpan().ContainsAny(",\"\n ")
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
}
