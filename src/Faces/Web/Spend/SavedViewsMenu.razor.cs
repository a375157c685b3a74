using Microsoft.AspNetCore.Components;
using Outlay.Spend.Views;
using Outlay.Web.Shell;

namespace Outlay.Web.Spend;

/// <summary>Opens, saves, renames and deletes views.</summary>
public sealed partial class SavedViewsMenu
{
    /// <summary>The state of the page.</summary>
    [Parameter, EditorRequired]
    public SpendView View { get; set; } = null!;

    [Inject]
    private SavedViews Views { get; set; } = null!;

    private IReadOnlyList<SavedView> All { get; set; } = [];

    private string Parameters => Address.Of("", View.Parameters).TrimStart('?');

    private SavedView? Current => All.FirstOrDefault(v => v.Parameters == Parameters);

    /// <inheritdoc/>
    protected override void OnInitialized() => All = Views.All();
}
