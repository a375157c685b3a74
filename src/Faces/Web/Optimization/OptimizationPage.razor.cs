using Microsoft.AspNetCore.Components;
using Outlay.Web.Shell;

namespace Outlay.Web.Optimization;

/// <summary>Optimization: not built yet; leads to unused commitments in Spend.</summary>
public sealed partial class OptimizationPage
{
    [Inject]
    private PageContext Context { get; set; } = null!;
}
