using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>A bordered surface with a title; the unit pages are laid out in.</summary>
public sealed partial class Card
{
    /// <summary>An h2; null for none.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>A few quiet words beside the title, such as a count.</summary>
    [Parameter]
    public string? Note { get; set; }

    /// <summary>Links or a small form at the right of the title.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    /// <summary>The content.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Leaves the padding out, for a table that reaches the edges.</summary>
    [Parameter]
    public bool Flush { get; set; }

    /// <summary>Address on the page (<c>#id</c>).</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>More classes, such as <c>span-2</c> in a grid.</summary>
    [Parameter]
    public string? Class { get; set; }

    private string TitleId =>
        (Id ?? "card-" + string.Concat((Title ?? "").Where(char.IsAsciiLetterOrDigit))) + "-title";
}
