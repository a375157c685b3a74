using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Outlay.Commitments.Plans;
using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Advice;

/// <summary>A name for what an answer rests on: lines in the order of their names, rates as the plans tell them, plans with their hours.</summary>
internal static class InputHash
{
    public static string Of(PurchaseQuestion question)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        List<Plan> plans = [.. question.Existing, .. question.Offers.Select(o => o.Of(0))];
        foreach (var plan in plans.OrderBy(p => p.Id, StringComparer.Ordinal))
        {
            Add(
                hash,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{plan.Id}|{plan.Kind}|{plan.HourlyCommitment:R}|{plan.Owner}|{plan.Shared}|{plan.StartHour}|{plan.EndHour}"
                )
            );
        }

        AddLines(hash, question.Lines, plans);
        foreach (var scenario in question.Scenarios)
        {
            Add(
                hash,
                string.Create(CultureInfo.InvariantCulture, $"{scenario.Name}|{scenario.Weight:R}")
            );
            AddLines(hash, scenario.Lines, plans);
        }

        Add(
            hash,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{question.Objective}|{question.HalfLifeDays:R}|{question.Step:R}|{string.Join(',', question.Falls)}"
            )
        );
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static void AddLines(
        IncrementalHash hash,
        IReadOnlyList<UsageLine> lines,
        List<Plan> plans
    )
    {
        foreach (
            var line in lines
                .OrderBy(l => l.Id, StringComparer.Ordinal)
                .ThenBy(l => l.Account, StringComparer.Ordinal)
        )
        {
            Add(hash, $"{line.Id}|{line.Account}|{line.Region}|{line.Product}|{line.Type}");
            hash.AppendData(MemoryMarshal.AsBytes(line.OnDemand.AsSpan()));
            foreach (var plan in plans)
            {
                var rate = plan.RateOf(line) ?? default;
                hash.AppendData(MemoryMarshal.AsBytes<double>([rate.Share, rate.UnitRate]));
            }
        }
    }

    private static void Add(IncrementalHash hash, string text) =>
        hash.AppendData(Encoding.UTF8.GetBytes(text));
}
