using Microsoft.AspNetCore.Components;
using Outlay.Lake;

namespace Outlay.Web.Connections;

/// <summary>The files a load was made of, and what else is known about it.</summary>
public sealed partial class LoadSources
{
    /// <summary>The load.</summary>
    [Parameter, EditorRequired]
    public required Load Load { get; set; }
}
