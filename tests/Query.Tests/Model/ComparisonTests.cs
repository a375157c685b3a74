using System.Globalization;
using Outlay.Kernel;

namespace Outlay.Query.Tests.Model;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData("mtd", "2026-11-22", "2026-11-01..2026-11-22", "2026-10-01..2026-10-22")]
    [InlineData("mtd", "2026-03-31", "2026-03-01..2026-03-31", "2026-02-01..2026-02-28")]
    [InlineData("mtd", "2024-03-31", "2024-03-01..2024-03-31", "2024-02-01..2024-02-29")]
    [InlineData("mtd", "2024-03-30", "2024-03-01..2024-03-30", "2024-02-01..2024-02-29")]
    [InlineData("mtd", "2026-11-30", "2026-11-01..2026-11-30", "2026-10-01..2026-10-30")]
    [InlineData("mtd", "2027-01-01", "2027-01-01..2027-01-01", "2026-12-01..2026-12-01")]
    [InlineData("last-month", "2026-03-15", "2026-02-01..2026-02-28", "2026-01-01..2026-01-31")]
    [InlineData("last-month", "2024-04-01", "2024-03-01..2024-03-31", "2024-02-01..2024-02-29")]
    [InlineData("7d", "2026-03-03", "2026-02-25..2026-03-03", "2026-02-18..2026-02-24")]
    [InlineData("30d", "2026-11-30", "2026-11-01..2026-11-30", "2026-10-02..2026-10-31")]
    [InlineData("30d", "2026-11-29", "2026-10-31..2026-11-29", "2026-10-01..2026-10-30")]
    [InlineData("90d", "2026-11-22", "2026-08-25..2026-11-22", "2026-05-27..2026-08-24")]
    [InlineData("3m", "2026-11-22", "2026-09-01..2026-11-22", "2026-06-01..2026-08-22")]
    [InlineData("3m", "2026-05-31", "2026-03-01..2026-05-31", "2025-12-01..2026-02-28")]
    [InlineData("6m", "2026-08-31", "2026-03-01..2026-08-31", "2025-09-01..2026-02-28")]
    [InlineData("12m", "2024-02-29", "2023-03-01..2024-02-29", "2022-03-01..2023-02-28")]
    [InlineData("qtd", "2026-05-31", "2026-04-01..2026-05-31", "2026-01-01..2026-02-28")]
    [InlineData("qtd", "2026-01-01", "2026-01-01..2026-01-01", "2025-10-01..2025-10-01")]
    [InlineData("ytd", "2024-02-29", "2024-01-01..2024-02-29", "2023-01-01..2023-02-28")]
    [InlineData(
        "2026-11-01..2026-11-30",
        "2026-11-30",
        "2026-11-01..2026-11-30",
        "2026-10-01..2026-10-31"
    )]
    [InlineData(
        "2026-02-01..2026-02-28",
        "2026-11-22",
        "2026-02-01..2026-02-28",
        "2026-01-01..2026-01-31"
    )]
    [InlineData(
        "2024-01-01..2024-03-31",
        "2026-11-22",
        "2024-01-01..2024-03-31",
        "2023-10-01..2023-12-31"
    )]
    [InlineData(
        "2026-11-01..2026-11-22",
        "2026-11-22",
        "2026-11-01..2026-11-22",
        "2026-10-10..2026-10-31"
    )]
    [InlineData(
        "2024-03-01..2024-03-01",
        "2026-11-22",
        "2024-03-01..2024-03-01",
        "2024-02-29..2024-02-29"
    )]
    public void The_period_before_is(string period, string today, string days, string before)
    {
        var asked = period.Contains("..")
            ? Period.Of(Days(period))
            : Period.Of(CostWords.Periods.Read(period).Value);
        var now = DateOnly.Parse(today, CultureInfo.InvariantCulture);

        asked.Resolve(now).ToString().ShouldBe(days);
        Comparison.Prior.Resolve(asked, now).ToString().ShouldBe(before);
        Comparison.None.Resolve(asked, now).ShouldBeNull();
        new Comparison(ComparisonKind.Custom, Days(before))
            .Resolve(asked, now)
            .ShouldBe(Days(before));
    }

    private static DateRange Days(string text)
    {
        var ends = text.Split("..");
        return DateRange.Inclusive(
            DateOnly.Parse(ends[0], CultureInfo.InvariantCulture),
            DateOnly.Parse(ends[1], CultureInfo.InvariantCulture)
        );
    }
}
