using Microsoft.AspNetCore.Components;
using Outlay.Inventory;
using Outlay.Kernel;
using Outlay.Optimization.Scans;
using Outlay.Web.Formatting;

namespace Outlay.Web.Optimization.Scans;

/// <summary>Makes a scan source, or changes one.</summary>
public sealed partial class ScanEditPage
{
    /// <summary>Kind of the collector; null when a source is changed.</summary>
    [Parameter]
    public string? Kind { get; set; }

    /// <summary>Number of the source that is changed.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private ScanBook Book { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "scan-source")]
    private ScanSourceForm? Form { get; set; }

    private IInventoryCollector? Collector { get; set; }

    private ScanSource? Standing { get; set; }

    private IReadOnlyList<string> Secrets { get; set; } = [];

    private IReadOnlyList<Problem> Problems { get; set; } = [];

    private ScanSourceForm Typed =>
        Form
        ?? (
            Standing is null
                ? new ScanSourceForm { Name = Suggestion }
                : ScanSourceForm.Of(Standing)
        );

    private string Suggestion => Book.Find(Collector!.Provider) is null ? Collector.Provider : "";

    private string Action =>
        Standing is null
            ? $"{OptimizationLook.Scans}/new/{Kind}"
            : $"{OptimizationLook.Scans}/{Id}/settings";

    private string Said =>
        Problems is [{ } one]
            ? one.ToString()
            : $"{Counts.Of(Problems.Count, "field")} need a look; nothing was saved. Secrets have to be typed again.";

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Standing = Kind is null ? Book.Find(Id) : null;
        Collector = Book.Collectors.Find(Standing?.Kind ?? Kind ?? "");
        if (Collector is null)
        {
            Navigator.NotFound();
        }

        Secrets = Standing is null ? [] : Book.SecretsOf(Standing);
    }

    private string? Invalid(string field) => Problems.Any(p => p.Field == field) ? "true" : null;

    private void Save()
    {
        var draft = Typed.Read(Collector!.Kind);
        if (!draft.IsOk)
        {
            Problems = [draft.Problem];
            return;
        }

        Problems = Book.Check(draft.Value, Standing);
        if (Problems.Count > 0)
        {
            return;
        }

        var kept = Standing is null
            ? Book.Create(draft.Value)
            : Book.Change(Standing.Id, draft.Value);
        if (!kept.IsOk)
        {
            Problems = [kept.Problem];
            return;
        }

        Navigator.NavigateTo($"{OptimizationLook.Scans}/{kept.Value.Id}/test");
    }
}
