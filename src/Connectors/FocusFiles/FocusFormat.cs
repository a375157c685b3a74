using Outlay.Focus;
using Outlay.Ingest.Formats;
using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.FocusFiles;

/// <summary>FOCUS files of all versions, told by their headers.</summary>
internal sealed class FocusFormat : IExportFormat
{
    // Grows with every change of the mapping, so that the same bytes are loaded anew.
    private const string MappingVersion = "focus-3";

    public Result<Normalisation>? Plan(SourceShape shape, FormatOptions options)
    {
        var header = FocusHeader.Read([.. shape.Fields.Select(f => f.Header)]);
        if (header.Dataset == FocusDataset.None)
        {
            return null;
        }

        var file = Path.GetFileName(shape.Path);
        if (header.Dataset != FocusDataset.CostAndUsage)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"{file} is the FOCUS dataset {header.Dataset}, which holds no charges.",
                "Bring the CostAndUsage dataset."
            );
        }

        var columns = new FocusSource(shape, header).Mended();
        return Missing(file, columns, options) is { } problem
            ? problem
            : Normalise(file, header, columns, options);
    }

    private static Result<Normalisation> Normalise(
        string file,
        FocusHeader header,
        FocusSource columns,
        FormatOptions options
    )
    {
        var values = new FocusValues(columns, options.Currency);
        var extras = ExtraColumns.Of(columns, file);
        var charges = FocusColumns.Lake.Select(c => (c.Name, Sql: values.Lake(c))).Concat(extras);
        var select = charges.Select(c => $"  {c.Sql} AS {SourceSql.Name(c.Name)}");
        var assumed = columns.Has("BillingCurrency") ? "" : $" {options.Currency}";
        var repairs = columns.Repairs is { } mended ? $" {mended.Identity}" : "";
        return new Normalisation
        {
            Format = $"FOCUS {header.Version.Label()}",
            Mapping = MappingVersion + repairs + assumed,
            ChargesSql = $"SELECT\n{string.Join(",\n", select)}\nFROM source",
            TotalsSql = values.Totals(),
            PeriodSql = values.Period,
            ExtraColumns = [.. extras.Select(e => e.Name)],
            Checks = FocusChecks.Of(columns, options.Currency),
        };
    }

    private static Problem? Missing(string file, FocusSource columns, FormatOptions options)
    {
        if (!columns.Has("BilledCost"))
        {
            return Lacks(
                file,
                "BilledCost",
                "Include BilledCost in the export; without it there is nothing to add up."
            );
        }

        if (!columns.Has("ChargePeriodStart") && !columns.Has("BillingPeriodStart"))
        {
            return Lacks(
                file,
                "ChargePeriodStart and BillingPeriodStart",
                "Include one of them in the export; without a date a charge belongs to no period."
            );
        }

        if (!columns.Has("BillingCurrency") && options.Currency is null)
        {
            return Lacks(
                file,
                "BillingCurrency",
                "Include it in the export, or say the currency (--currency USD)."
            );
        }

        return null;
    }

    private static Problem Lacks(string file, string column, string fix) =>
        new(ProblemKind.Invalid, $"{file} has no column {column}.", fix, column);
}
