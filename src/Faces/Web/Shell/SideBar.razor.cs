using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Shell;

/// <summary>The eight pages. On narrow screens a bar with a menu, which is the same list as a popover.</summary>
public sealed partial class SideBar
{
    [Inject]
    private PageContext Context { get; set; } = null!;
}
