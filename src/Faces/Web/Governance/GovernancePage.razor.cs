using Microsoft.AspNetCore.Components;
using Outlay.Web.Shell;

namespace Outlay.Web.Governance;

/// <summary>Governance: not built yet; leads to charges without a team in Spend.</summary>
public sealed partial class GovernancePage
{
    [Inject]
    private PageContext Context { get; set; } = null!;
}
