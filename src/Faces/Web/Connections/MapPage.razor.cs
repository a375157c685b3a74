using System.Globalization;
using Microsoft.AspNetCore.Components;
using Outlay.Connections;
using Outlay.Ingest;
using Outlay.Ingest.Mapping;
using Outlay.Kernel;

namespace Outlay.Web.Connections;

/// <summary>Where a person says which column of an unknown file is what, sees what comes of it, and has it imported.</summary>
public sealed partial class MapPage
{
    private static readonly (NumberStyle Style, string Text)[] NumberStyles =
    [
        (NumberStyle.Point, "1234.56"),
        (NumberStyle.PointWithCommas, "1,234.56"),
        (NumberStyle.Comma, "1234,56"),
        (NumberStyle.CommaWithPoints, "1.234,56"),
        (NumberStyle.CommaWithBlanks, "1 234,56"),
    ];

    private static readonly (DateStyle Style, string Text)[] DateStyles =
    [
        (DateStyle.Iso, "2026-11-30"),
        (DateStyle.MonthFirst, "11/30/2026"),
        (DateStyle.DayFirst, "30/11/2026"),
        (DateStyle.DayFirstWithPoints, "30.11.2026"),
        (DateStyle.Compact, "20261130"),
        (DateStyle.Month, "2026-11, a month"),
    ];

    /// <summary>The file to explain.</summary>
    [SupplyParameterFromQuery(Name = "path")]
    private string? Path { get; set; }

    [SupplyParameterFromForm(FormName = "map")]
    private MapForm? Form { get; set; }

    [Inject]
    private ColumnMapping Mapping { get; set; } = null!;

    [Inject]
    private Imports Imports { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    private MappableFile? File { get; set; }

    private MapForm Typed { get; set; } = new();

    private Problem? Problem { get; set; }

    private MapTrial? Trial { get; set; }

    private decimal? Expected { get; set; }

    private string Subtitle =>
        File is null
            ? "Costs of any vendor, from any table."
            : $"{System.IO.Path.GetFileName(File.Path)}{(File.IsKept ? " · explained before; a change counts from the next import on" : "")}";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var path = Form?.Path ?? Path;
        if (string.IsNullOrWhiteSpace(path))
        {
            return;
        }

        var look = await Mapping.LookAsync(path, CancellationToken.None);
        Problem = look.Problem;
        if (look.IsOk)
        {
            File = look.Value;
            Typed = Form ?? MapForm.Of(File.Path, File.Map);
        }
    }

    private async Task SubmitAsync()
    {
        if (File is null)
        {
            return;
        }

        var map = Typed.Read();
        if (!ReadControlTotal())
        {
            return;
        }

        var trial = await Mapping.TryAsync(File.Path, map, CancellationToken.None);
        if (!trial.IsOk)
        {
            Problem = trial.Problem;
            return;
        }

        Trial = trial.Value;
        if (Typed.Action == "save")
        {
            await SaveAsync(map);
        }
    }

    private async Task SaveAsync(ColumnMap map)
    {
        if (Expected is { } expected && !MapPreview.IsEqual(Trial!, expected))
        {
            Problem = new Problem(
                ProblemKind.Invalid,
                "The file does not add up to the sum you gave, so nothing is imported.",
                "Compare the sums below; another column, a sign or the way numbers are written may be the cause."
            );
            return;
        }

        var saved = await Mapping.SaveAsync(File!.Path, map, CancellationToken.None);
        var run = saved.Match(
            _ => Imports.Enqueue(new ImportRequest { Paths = [File.Path] }),
            problem => problem
        );
        Problem = run.Problem;
        if (run.IsOk)
        {
            Navigator.NavigateTo($"/setup/imports/{run.Value.Id}");
        }
    }

    private bool ReadControlTotal()
    {
        if (string.IsNullOrWhiteSpace(Typed.ControlTotal))
        {
            return true;
        }

        if (
            decimal.TryParse(
                Typed.ControlTotal.Trim(),
                System.Globalization.NumberStyles.AllowLeadingSign
                    | System.Globalization.NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var total
            )
        )
        {
            Expected = total;
            return true;
        }

        Problem = new Problem(
            ProblemKind.Invalid,
            $"'{Typed.ControlTotal}' is not a sum.",
            "Write it as 1234.56."
        );
        return false;
    }

    private string? Chosen(MapTarget target) => Typed.Columns?.GetValueOrDefault(target.Column);

    private string Samples(MapTarget target) =>
        File!.Fields.FirstOrDefault(f => f.Header.Trim() == Chosen(target)) is { } field
            ? string.Join(" · ", field.Samples.Take(3))
            : "";
}
