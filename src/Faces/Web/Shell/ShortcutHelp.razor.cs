using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Shell;

/// <summary>The list of keyboard shortcuts.</summary>
public sealed partial class ShortcutHelp
{
    [Inject]
    private Appearance Look { get; set; } = null!;
}
