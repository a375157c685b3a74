using System.Globalization;
using Microsoft.AspNetCore.Components;
using Outlay.Query;
using Outlay.Spend;

namespace Outlay.Web.Spend;

/// <summary>One row for each resource with its type, account and region.</summary>
public sealed partial class ResourceRows
{
    /// <summary>The answer.</summary>
    [Parameter, EditorRequired]
    public CostTable Table { get; set; } = null!;

    /// <summary>Where its resources are.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, ResourcePlace> Places { get; set; } = SpendReport.Nowhere;

    /// <summary>The state of the page.</summary>
    [Parameter, EditorRequired]
    public SpendView View { get; set; } = null!;

    private ResourcePlace? Place(CostRow row) =>
        row.Keys[1] is { } id ? Places.GetValueOrDefault(id) : null;

    private static string Names(IReadOnlyList<string>? names, string noun) =>
        names switch
        {
            null or [] => "–",
            [var only] => only,
            _ => string.Create(CultureInfo.InvariantCulture, $"{names.Count} {noun}s"),
        };
}
