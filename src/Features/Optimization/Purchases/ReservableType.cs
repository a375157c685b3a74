using Outlay.Optimization.Bill;
using Outlay.Optimization.Rules.Billed;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Purchases;

/// <summary>Tells from a line of the bill what could be reserved in its place.</summary>
internal static class ReservableType
{
    private const string Machine = "BoxUsage:";
    private const string Database = "InstanceUsage:";
    private const string TwoZones = "Multi-AZUsage:";
    private const string Cache = "NodeUsage:";

    /// <summary>Whether a variant is reserved size by size, as its licence goes with the size.</summary>
    public static bool IsBySize(string variant) =>
        variant.Length > 0 && variant != "cache" && AwsOperations.EngineNamed(variant) is null;

    /// <summary>Product, type, engine or licence, and how many of the type a unit of the line is; null when nothing can be reserved.</summary>
    public static (string Product, string Type, string Variant, int Many)? Of(HourLine line) =>
        line.Provider switch
        {
            "AWS" when After(line, Machine) is { } type => (
                "ec2",
                type,
                line.Operation is null or "RunInstances" ? "" : line.Operation,
                1
            ),
            "AWS" when After(line, Database) is { } type => ("database", type, Engine(line), 1),
            "AWS" when After(line, TwoZones) is { } type => ("database", type, Engine(line), 2),
            "AWS" when After(line, Cache) is { } type => ("cache", type, "cache", 1),
            "Microsoft"
            or "Google Cloud"
                when line
                    is { Service: "Virtual Machines" or "Compute Engine", MachineType: { } type } =>
                ("vm", type, "", 1),
            _ => null,
        };

    // Bills without AWS's operation name the engine in words: "... instance hour running PostgreSQL".
    private static string Engine(HourLine line) =>
        line.Operation is { } operation
            ? AwsOperations.Engine(operation)?.Name ?? operation
            : AwsOperations.EngineIn(line.Description)?.Name ?? $"SKU {line.SkuId}";

    private static string? After(HourLine line, string text) => Meters.After(line.Meter, text);
}
