using System.Globalization;
using Microsoft.AspNetCore.Components;
using Outlay.Connections;
using Outlay.Lake;
using Outlay.Web.Components;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Connections;

/// <summary>One load: that nothing was lost, what changed since the former version, and how well its source keeps to FOCUS.</summary>
public sealed partial class LoadPage
{
    private const int MostSourcesInFilter = 5;

    /// <summary>Number of the load.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private Imports Imports { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "restore")]
    private long? RestoreId { get; set; }

    private LoadDetail? Detail { get; set; }

    private Load? ToRestore =>
        Detail?.Versions.FirstOrDefault(v => v.Id == RestoreId && v.State == LoadState.Superseded);

    private string ChargesHref =>
        Address.Of(
            "/spend/charges",
            [.. Days(), new("load", Id.ToString(CultureInfo.InvariantCulture))]
        );

    private string SpendHref
    {
        get
        {
            var names = Detail!.Load.Sources.Select(s => s.Name).ToList();
            var filter = "x_SourceFile=" + string.Join('|', names.Select(Escape));
            return Address.Of(
                "/spend",
                names.Count is > 0 and <= MostSourcesInFilter
                    ? [.. Days(), new("filter", filter)]
                    : Days()
            );
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Detail = await Imports.LoadAsync(Id, CancellationToken.None);
        if (Detail is null)
        {
            Navigator.NotFound();
        }
    }

    private void Restore()
    {
        if (ToRestore is not { } version)
        {
            return;
        }

        var result = Imports.Restore(version.Id);
        if (result.Problem is { } problem)
        {
            Flash.Say(problem);
            Navigator.NavigateTo($"/setup/loads/{Id}");
            return;
        }

        Flash.Say(
            Tone.Good,
            $"The version published {Dates.Time(version.PublishedAt)} counts again."
        );
        Navigator.NavigateTo($"/setup/loads/{result.Value.Id}");
    }

    private KeyValuePair<string, string>[] Days() =>
        [new("from", Iso(Detail!.Load.FirstChargeDay)), new("to", Iso(Detail.Load.LastChargeDay))];

    private static string Iso(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Escape(string value) =>
        value
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal);
}
