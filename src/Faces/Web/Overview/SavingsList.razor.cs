using Microsoft.AspNetCore.Components;
using Outlay.Optimization.Findings;

namespace Outlay.Web.Overview;

/// <summary>The three recommendations that save most.</summary>
public sealed partial class SavingsList
{
    private const int Most = 3;

    /// <summary>Classes of the card.</summary>
    [Parameter]
    public string? Class { get; set; }

    [Inject]
    private FindingBook Book { get; set; } = null!;

    private IReadOnlyList<Finding> Top { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnParametersSet() =>
        Top = Book.Page(new FindingQuery { Limit = Most }).Rows;
}
