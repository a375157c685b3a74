using Microsoft.AspNetCore.Components;
using Outlay.Kernel;

namespace Outlay.Web.Connections;

/// <summary>The two forms that bring files in.</summary>
public sealed partial class BringIn
{
    /// <summary>What was typed into the path form.</summary>
    [Parameter]
    public ImportForm Form { get; set; } = new();

    /// <summary>What was wrong with it.</summary>
    [Parameter]
    public Problem? Problem { get; set; }

    /// <summary>Largest upload in bytes.</summary>
    [Parameter, EditorRequired]
    public long UploadLimit { get; set; }

    /// <summary>Called when the path form was posted.</summary>
    [Parameter]
    public EventCallback OnImport { get; set; }
}
