using Outlay.Commitments.Plans;
using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Bench;

/// <summary>
/// Hours of use made from a seed: machines that always run, machines that follow the working day, batch jobs at night and bursts, with noise
/// that lasts some hours. Their level stays the same but for one step, if asked for.
/// </summary>
public sealed record MadeUse(IReadOnlyList<UsageLine> Lines, PlanRates Rates)
{
    private const int HoursOfDay = 24;

    /// <summary>Makes use.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="days">Days.</param>
    /// <param name="lines">Number of lines.</param>
    /// <param name="step">Day of the step; null for none.</param>
    /// <param name="share">Share of use that goes away with it.</param>
    public static MadeUse Of(int seed, int days, int lines, int? step = null, double share = 0.2)
    {
        var random = new Random(seed);
        var discounts = new Dictionary<string, LineRate>(StringComparer.Ordinal);
        var made = new List<UsageLine>();
        for (var i = 0; i < lines; i++)
        {
            var id = $"line{i:0000}";
            discounts[id] = LineRate.OfDiscount(Math.Round(0.15 + (0.4 * random.NextDouble()), 2));
            made.Add(
                new(
                    id,
                    "main",
                    "eu",
                    "ec2",
                    $"f{i % 5}",
                    $"f{i % 5}.large",
                    Hours(random, i % 4, days * HoursOfDay)
                )
            );
        }

        if (step is { } day)
        {
            foreach (var line in made)
            {
                foreach (ref var value in line.OnDemand.AsSpan(day * HoursOfDay))
                {
                    value *= 1 - share;
                }
            }
        }

        return new(made, line => discounts[line.Id]);
    }

    private static double[] Hours(Random random, int shape, int count)
    {
        var level = Math.Exp(3 * random.NextDouble());
        var swing = 0.2 + (0.6 * random.NextDouble());
        var weekend = 0.5 + (0.5 * random.NextDouble());
        var noise = 0.0;
        var hours = new double[count];
        for (var h = 0; h < count; h++)
        {
            noise = (0.9 * noise) + (0.05 * (random.NextDouble() - 0.5));
            var hour = h % HoursOfDay;
            var rest = h / HoursOfDay % 7 >= 5 ? weekend : 1;
            var form = shape switch
            {
                0 => 1,
                1 => rest * (1 + (swing * Math.Sin((hour - 7) * Math.PI / 12))),
                2 => hour is >= 1 and < 6 ? 1 : 0.1,
                _ => random.NextDouble() < 0.1 ? 2 : 0.6,
            };
            hours[h] = Math.Max(0, level * form * (1 + noise));
        }

        return hours;
    }
}
