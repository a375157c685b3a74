using System.Globalization;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Web.Formatting;

namespace Outlay.Web.Spend;

/// <summary>One charge of a list, by the names of its columns.</summary>
/// <param name="Index">Its place on the page, from 0.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Cells">Their values.</param>
internal sealed record ChargeLine(
    int Index,
    IReadOnlyList<string> Columns,
    IReadOnlyList<string?> Cells
)
{
    private const int DayLength = 10;
    private const int MinuteLength = 16;

    /// <summary>A value; null when it has none.</summary>
    public string? this[string column]
    {
        get
        {
            for (var i = 0; i < Columns.Count; i++)
            {
                if (Columns[i].Equals(column, StringComparison.OrdinalIgnoreCase))
                {
                    return Cells[i];
                }
            }

            return null;
        }
    }

    /// <summary>The columns with a value.</summary>
    public IEnumerable<(string Name, string Value)> Values =>
        Columns.Zip(Cells).Where(c => c.Second is not null).Select(c => (c.First, c.Second!));

    public string? SourceFile => this["x_SourceFile"];

    public BillingPeriod? BillingPeriod =>
        this["BillingPeriodStart"] is { Length: >= 7 } text
        && Kernel.BillingPeriod.TryParse(text[..7], out var period)
            ? period
            : null;

    /// <summary>When it starts: the day, with the time unless it is midnight.</summary>
    public string Period
    {
        get
        {
            var start = this["ChargePeriodStart"] ?? "";
            var minute = start.Length >= MinuteLength ? start[(DayLength + 1)..MinuteLength] : "";
            return start.Length < DayLength ? "–"
                : minute is "" or "00:00" ? start[..DayLength]
                : $"{start[..DayLength]} {minute}";
        }
    }

    /// <summary>The cost, every digit.</summary>
    public string? Exact(CostMetric metric) => this[metric + "Cost"];

    /// <summary>The cost as tables show it.</summary>
    public string Cost(CostMetric metric) =>
        decimal.TryParse(
            Exact(metric),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var amount
        ) && Currency.TryParse(this["BillingCurrency"], out var currency)
            ? Amounts.Exact(amount, currency)
            : Exact(metric) ?? "–";
}
