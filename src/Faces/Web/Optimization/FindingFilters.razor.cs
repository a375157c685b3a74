using Microsoft.AspNetCore.Components;
using Outlay.Optimization.Findings;

namespace Outlay.Web.Optimization;

/// <summary>Narrows the list; a plain form, so that every list has an address.</summary>
public sealed partial class FindingFilters
{
    /// <summary>What is listed.</summary>
    [Parameter, EditorRequired]
    public FindingView View { get; set; } = null!;

    /// <summary>The page without filters.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    [Inject]
    private FindingBook Book { get; set; } = null!;

    private IReadOnlyList<string> Providers { get; set; } = [];

    private IReadOnlyList<string> Accounts { get; set; } = [];

    private IReadOnlyList<string> Rules { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Providers = Book.Values(FindingColumn.Provider);
        Accounts = Book.Values(FindingColumn.Account);
        Rules = Book.Values(FindingColumn.Rule);
    }
}
