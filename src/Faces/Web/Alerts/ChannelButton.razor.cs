using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Alerts;

/// <summary>Does something with a channel.</summary>
public sealed partial class ChannelButton
{
    /// <summary>Name of the form.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Number of the channel.</summary>
    [Parameter, EditorRequired]
    public long Id { get; set; }

    /// <summary>Words of the button.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>What it does.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnSubmit { get; set; }
}
