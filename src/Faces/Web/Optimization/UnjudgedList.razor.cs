using Microsoft.AspNetCore.Components;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Rules;

namespace Outlay.Web.Optimization;

/// <summary>Resources of which too little is known, and what is missing.</summary>
public sealed partial class UnjudgedList
{
    /// <summary>The tab; null for all.</summary>
    [Parameter]
    public Category? Category { get; set; }

    [Inject]
    private FindingBook Book { get; set; } = null!;

    private IReadOnlyList<Unjudged> All { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnParametersSet() => All = Book.Unjudged(Category);
}
