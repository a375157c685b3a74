using System.Globalization;
using CsCheck;
using Outlay.Testing;

namespace Outlay.Query.Tests.Engine;

/// <summary>A small random lake: its charges by connection and month, and which tag keys each rollup keeps.</summary>
internal sealed record AnyLake(
    IReadOnlyList<IReadOnlyDictionary<string, string?>> Charges,
    bool[] RollupKeepsTags
)
{
    private static readonly DateTime First = new(2026, 7, 1);

    private static readonly string?[] Services =
    [
        "Compute",
        "Stör'age",
        "100%_a\\b",
        "compute",
        null,
    ];
    private static readonly string?[] Regions = ["eu-west-1", "eu-north-1", "us|east=1", null];
    private static readonly string?[] Resources = ["r1", "r2", "r3", "r4", null];
    private static readonly string?[] Teams = ["a", "b", "", null];

    public static Gen<AnyLake> Any { get; } =
        Gen.Select(Charge.List[1, 50], Gen.Bool.Array[8], (c, keep) => new AnyLake(c, keep));

    public static Dimension[] Dimensions { get; } =
    [
        new("ServiceName"),
        new("RegionId"),
        new("ResourceId"),
        new("BillingPeriodStart"),
        new("ChargeCategory"),
        new("x_Note"),
        new("x_None"),
        new("tag:team"),
        new("tag:TEAM"),
        new("tag:none"),
    ];

    public static string[] Values { get; } =
    [
        .. Services
            .Concat(Regions)
            .Concat(Resources)
            .Concat(Teams)
            .OfType<string>()
            .Concat(["2026-11-01", "2026-10", "comp", "e", "%", "_", "EU-", "' OR 1=1 --", "Ö"]),
    ];

    private static Gen<IReadOnlyDictionary<string, string?>> Charge =>
        Gen.Select(
            Gen.Select(Gen.Int[0, 147 * 24], Gen.Bool),
            Gen.Select(Gen.UInt, Gen.UInt[0, 3], Gen.Bool, Gen.Int[0, 18]),
            Gen.OneOf("USD", "USD", "EUR"),
            Gen.OneOf("Usage", "Usage", "Tax", "Credit", "Purchase"),
            Gen.Select(Gen.OneOf(Services), Gen.OneOf(Regions), Gen.OneOf(Resources)),
            Gen.Select(Gen.OneOf(Teams), Gen.OneOf(Teams), Gen.OneOf(Teams)),
            Make
        );

    public LakeBuilder Build()
    {
        var lake = new LakeBuilder();
        var loads = Charges.GroupBy(c =>
            (Connection: c["ServiceProviderName"]!, Period: c["BillingPeriodStart"]![..7])
        );
        foreach (var (load, index) in loads.Select((l, i) => (l, i)))
        {
            var keeps = RollupKeepsTags[index % RollupKeepsTags.Length];
            lake.Publish(load.Key.Connection, load.Key.Period, [.. load], keeps ? null : ["TEAM"]);
        }

        return lake;
    }

    private static IReadOnlyDictionary<string, string?> Make(
        (int Hour, bool Aws) when,
        (uint Low, uint Middle, bool Negative, int Scale) cost,
        string currency,
        string category,
        (string? Service, string? Region, string? Resource) what,
        (string? Lower, string? Camel, string? Upper) team
    )
    {
        var amount = new decimal(
            unchecked((int)cost.Low),
            (int)cost.Middle,
            0,
            cost.Negative,
            (byte)cost.Scale
        );
        return LakeBuilder.Charge(
            First.AddHours(when.Hour).ToString("s", CultureInfo.InvariantCulture),
            amount.ToString(CultureInfo.InvariantCulture),
            ("ServiceProviderName", when.Aws ? "AWS" : "GCP"),
            ("BillingCurrency", currency),
            ("ChargeCategory", category),
            ("ServiceName", what.Service),
            ("RegionId", what.Region),
            ("ResourceId", what.Resource),
            ("tag:team", team.Lower),
            ("tag:Team", team.Camel),
            ("tag:TEAM", team.Upper),
            (when.Aws ? "x_Note" : "x_Gcp", what.Resource)
        );
    }
}
