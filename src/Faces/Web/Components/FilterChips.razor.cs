using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>One active filter as a sentence and the address of the page without it.</summary>
/// <param name="Text">Such as <c>Provider is AWS or Azure</c>.</param>
/// <param name="RemoveHref">The page without this filter.</param>
public sealed record FilterChip(string Text, string RemoveHref);

/// <summary>The active filters, each removable by a link; nothing when there is none.</summary>
public sealed partial class FilterChips
{
    /// <summary>The filters.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<FilterChip> Chips { get; set; } = [];

    /// <summary>The page without any filter; null leaves the link out.</summary>
    [Parameter]
    public string? ClearHref { get; set; }
}
