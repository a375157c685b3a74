using Microsoft.AspNetCore.Components;
using Outlay.Web.Shell;

namespace Outlay.Web;

/// <summary>The document around every page.</summary>
public sealed partial class App
{
    [Inject]
    private Appearance Look { get; set; } = null!;
}
