using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>What a chip or notice says about its content; the words carry the meaning, the colour repeats it.</summary>
public enum Tone
{
    /// <summary>Nothing special.</summary>
    Plain,

    /// <summary>For information.</summary>
    Info,

    /// <summary>Went well.</summary>
    Good,

    /// <summary>Needs a look.</summary>
    Warn,

    /// <summary>Failed.</summary>
    Bad,
}

/// <summary>A small label for a state.</summary>
public sealed partial class Chip
{
    /// <summary>Its colour.</summary>
    [Parameter]
    public Tone Tone { get; set; }

    /// <summary>Name of an <see cref="Components.Icon"/> before the words.</summary>
    [Parameter]
    public string? Icon { get; set; }

    /// <summary>More on hover.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>The words.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
