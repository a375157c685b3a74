using Microsoft.AspNetCore.Components;
using Outlay.Web.Shell;

namespace Outlay.Web.Chargeback;

/// <summary>Chargeback: not built yet; leads to Spend by team.</summary>
public sealed partial class ChargebackPage
{
    [Inject]
    private PageContext Context { get; set; } = null!;
}
