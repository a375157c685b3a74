using System.Globalization;
using System.Text.Json;
using CsCheck;
using Outlay.Commitments.Plans;
using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Tests;

/// <summary>Use, plans and reference cases that the tests speak of.</summary>
internal static class CommitmentExample
{
    /// <summary>A day of use at on-demand prices: a quiet night and a busy noon.</summary>
    public static readonly double[] Day =
    [
        10,
        10,
        9,
        9,
        8,
        8,
        9,
        12,
        16,
        20,
        22,
        24,
        24,
        23,
        22,
        21,
        20,
        19,
        18,
        16,
        14,
        12,
        11,
        10,
    ];

    public static UsageLine Line(string id, params double[] onDemand) =>
        new(id, "main", "eu", "ec2", "m5", "m5.large", onDemand);

    public static PlanRates Flat(double discount) => _ => LineRate.OfDiscount(discount);

    public static PlanRates ByLine(params (string Line, double Discount)[] discounts)
    {
        var table = discounts.ToDictionary(d => d.Line, d => LineRate.OfDiscount(d.Discount));
        return line => table.TryGetValue(line.Id, out var rate) ? rate : null;
    }

    public static Plan Compute(double commitment, PlanRates rates, string id = "compute") =>
        new(id, PlanKind.Compute, commitment, PlanScope.Everything, rates);

    public static Plan Family(double commitment, PlanRates rates, string id = "family") =>
        new(id, PlanKind.Ec2Instance, commitment, PlanScope.Everything, rates);

    /// <summary>A reference case that stands beside the repository.</summary>
    public static JsonElement Shared(string file)
    {
        if (!SharedData.TryFind(out var folder))
        {
            Assert.Skip("The reference cases of commitments are not on this machine.");
        }

        using var document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(folder, "commitments", file))
        );
        return document.RootElement.Clone();
    }

    public static double Number(this JsonElement element, string name) =>
        element.GetProperty(name).GetDouble();

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Random hours of lines of two accounts, and discounts of each.</summary>
    public static Gen<UsageLine[]> SomeUse(int maxLines = 6, int maxHours = 12) =>
        from hours in Gen.Int[1, maxHours]
        from lines in Gen.Select(
            Gen.Double[0, 20].Array[hours],
            Gen.Bool,
            Gen.Int[0, 2],
            (values, other, family) =>
                (Values: values, Account: other ? "other" : "main", Family: $"f{family}")
        ).Array[1, maxLines]
        select lines
            .Select(
                (l, i) =>
                    new UsageLine($"line{i}", l.Account, "eu", "ec2", l.Family, null, l.Values)
            )
            .ToArray();

    /// <summary>Discounts of lines, a table of their numbers.</summary>
    public static Gen<PlanRates> Rates() =>
        from discounts in Gen.Int[5, 70].Array[8]
        from covered in Gen.Int[0, 9].Array[8]
        select (PlanRates)(
            line =>
            {
                var number = line.Id[^1] - '0';
                return covered[number] == 0 ? null : new LineRate(1 - (discounts[number] / 100.0));
            }
        );

    /// <summary>Plans of all kinds, some of an owner, some for a part of the hours.</summary>
    public static Gen<Plan[]> SomePlans(int max = 4) =>
        Gen.Select(
                Gen.Int[0, 3],
                Gen.Double[0, 30],
                Rates(),
                Gen.Bool,
                Gen.Int[0, 4],
                (kind, commitment, rates, owned, start) =>
                    new Plan("p", (PlanKind)kind, commitment, PlanScope.Everything, rates)
                    {
                        Owner = owned ? "main" : null,
                        StartHour = start,
                        EndHour = start + 8,
                    }
            )
            .Array[0, max]
            .Select(plans => plans.Select((p, i) => p with { Id = $"p{i}" }).ToArray());
}
