using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>Holds the exact height of what is still to come, so that nothing moves when it does.</summary>
public sealed partial class Skeleton
{
    /// <summary>Pixels.</summary>
    [Parameter, EditorRequired]
    public int Height { get; set; }
}
