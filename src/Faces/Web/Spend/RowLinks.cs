using Outlay.Query;
using Outlay.Spend;

namespace Outlay.Web.Spend;

/// <summary>Where the names and numbers of a row lead.</summary>
internal static class RowLinks
{
    /// <summary>The view inside a row, split one dimension deeper; its charges where nothing is deeper; null for "Other".</summary>
    public static string? Deeper(SpendView view, CostRow row)
    {
        if (row.IsOther || row.Keys.Count == 0)
        {
            return null;
        }

        var query = view.Query;
        for (var i = 0; i < row.Keys.Count - 1; i++)
        {
            query = query with
            {
                Filter = query.Filter.And(ChargesBehind.Is(query.GroupBy[i], row.Keys[i])),
            };
        }

        var last = view.Query.GroupBy[^1];
        var inside = DrillDown.Into(query with { GroupBy = [last] }, last, row.Keys[^1]);
        return inside is null ? null : view.With(inside).Href;
    }

    /// <summary>The view inside one key of a row; null for "Other" and at the end of the way.</summary>
    public static string? Into(SpendView view, CostRow row, int key) =>
        row.IsOther ? null
        : DrillDown.Into(view.Query, view.Query.GroupBy[key], row.Keys[key]) is { } inside
            ? (view with { Table = SpendTable.Groups }).With(inside).Href
        : null;

    /// <summary>The charges of a row's cost.</summary>
    public static string? Charges(CostTable table, CostRow row) =>
        ChargesBehind.Row(table, row) is { } charges ? QueryAddress.Charges(charges) : null;

    /// <summary>The charges of a row's comparison.</summary>
    public static string? Prior(CostTable table, CostRow row) =>
        ChargesBehind.Row(table, row) is { } charges
        && ChargesBehind.Prior(table, charges) is { } prior
            ? QueryAddress.Charges(prior)
            : null;
}
