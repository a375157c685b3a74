using System.Diagnostics.CodeAnalysis;
using Outlay.Commitments.Usage;
using Outlay.Kernel;
using Outlay.Optimization.Rules.Billed;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Purchases;

/// <summary>Gathers on-demand computing hour by hour, as plans are used up. Use that is billed by days is spread over its hours.</summary>
internal sealed class UsageHours(DateRange days)
{
    private const string AwsBox = "BoxUsage:";
    private readonly DateTime _from = days.From.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
    private readonly int _hours = days.Days * 24;

    private readonly Dictionary<
        (string Provider, string Currency),
        Dictionary<string, MutableLine>
    > _groups = [];

    public DateTime From => _from;

    public IEnumerable<(string Provider, string Currency)> Groups => _groups.Keys;

    public void See(HourLine line)
    {
        if (line.PricingCategory != "Standard" || Product(line) is not { } product)
        {
            return;
        }

        var group = (line.Provider, line.Currency);
        if (!_groups.TryGetValue(group, out var lines))
        {
            _groups[group] = lines = new(StringComparer.Ordinal);
        }

        var type = Type(line);
        var id = $"{line.AccountId}|{line.Region}|{product}|{type ?? line.Meter}";
        if (!lines.TryGetValue(id, out var sums))
        {
            lines[id] = sums = new MutableLine(
                id,
                line,
                product,
                type,
                new double[_hours],
                new double[_hours]
            );
        }

        var first = (int)(line.Start - _from).TotalHours;
        for (var hour = Math.Max(0, first); hour < Math.Min(_hours, first + line.Hours); hour++)
        {
            sums.Cost[hour] += Number(line.ContractedCost) / line.Hours;
            sums.Quantity[hour] += Number(line.PricingQuantity) / line.Hours;
        }

        sums.IsDaily |= line.Hours > 1;
    }

    public IReadOnlyList<HourlyUse> Of((string Provider, string Currency) group) =>
        [
            .. _groups[group]
                .Values.OrderBy(l => l.Id, StringComparer.Ordinal)
                .Select(l => new HourlyUse(
                    new UsageLine(
                        l.Id,
                        l.Line.AccountId ?? "",
                        l.Line.Region ?? "",
                        l.Product,
                        l.Type?.Split('.')[0],
                        l.Type,
                        l.Cost
                    ),
                    l.Quantity,
                    l.IsDaily
                )),
        ];

    private static string? Product(HourLine line) =>
        line.Provider switch
        {
            "AWS" => line.Service switch
            {
                "Amazon Elastic Compute Cloud" when Type(line) is not null => "ec2",
                "AWS Fargate" => "fargate",
                "Amazon Elastic Container Service"
                    when line.Meter?.Contains("Fargate", StringComparison.Ordinal) == true =>
                    "fargate",
                "AWS Lambda"
                    when line.Meter?.Contains("GB-Second", StringComparison.Ordinal) == true =>
                    "lambda",
                _ => null,
            },
            "Microsoft"
            or "Google Cloud" when line.Service is "Virtual Machines" or "Compute Engine" => "vm",
            _ => null,
        };

    private static string? Type(HourLine line) =>
        Meters.After(line.Meter, AwsBox) ?? line.MachineType;

    [SuppressMessage(
        "ApiDesign",
        "RS0030",
        Justification = "Commitments are sized by statistics over money; nothing that was billed is computed from it."
    )]
    internal static double Number(decimal amount) => (double)amount;

    private sealed record MutableLine(
        string Id,
        HourLine Line,
        string Product,
        string? Type,
        double[] Cost,
        double[] Quantity
    )
    {
        public bool IsDaily { get; set; }
    }
}

/// <summary>A line of use with its units.</summary>
/// <param name="Line">The line.</param>
/// <param name="Quantity">Units of each hour, such as machine hours.</param>
/// <param name="IsDaily">Whether its hours were spread from days.</param>
internal sealed record HourlyUse(UsageLine Line, double[] Quantity, bool IsDaily);
