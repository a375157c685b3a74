using Microsoft.AspNetCore.Components;
using Outlay.Web.Components;

namespace Outlay.Web.Shell;

/// <summary>The frame of every page: side bar, global bar, messages, content.</summary>
public sealed partial class MainLayout
{
    [Inject]
    private PageContext Context { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    private (Tone Tone, string Text)? Said { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Said = Flash.Take();

    // The base element makes a bare fragment point at the home page.
    private string Here(string fragment) => Address.Of(Context.Path, Context.Parameters) + fragment;
}
