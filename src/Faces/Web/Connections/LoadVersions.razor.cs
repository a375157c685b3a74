using Microsoft.AspNetCore.Components;
using Outlay.Connections;

namespace Outlay.Web.Connections;

/// <summary>The kept versions of a load's period; nothing when there is only one.</summary>
public sealed partial class LoadVersions
{
    /// <summary>The load shown, and its versions.</summary>
    [Parameter, EditorRequired]
    public required LoadDetail Detail { get; set; }
}
