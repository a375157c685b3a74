using Outlay.Focus;
using Outlay.Ingest.Formats;
using Outlay.Ingest.Mapping;
using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.MappedCsv;

/// <summary>Tables of costs of any vendor, read by the column map that a person made for their headers.</summary>
internal sealed class MappedFormat(ColumnMaps maps) : IExportFormat
{
    // Grows with every change of what a map means.
    private const string MappingVersion = "mapped-1";

    public Result<Normalisation>? Plan(SourceShape shape, FormatOptions options)
    {
        if ((options.Map ?? maps.Find(shape)) is not { } map)
        {
            return null;
        }

        var values = new MappedValues(shape, map, options.Currency);
        if (values.Problem is { } problem)
        {
            return problem;
        }

        var extras = values.Extras();
        var charges = FocusColumns.Lake.Select(c => (c.Name, Sql: values.Lake(c))).Concat(extras);
        var select = charges.Select(c => $"  {c.Sql} AS {SourceSql.Name(c.Name)}");
        return new Normalisation
        {
            Format = map.Name,
            Mapping = $"{MappingVersion} {ColumnMaps.Identity(map)} {options.Currency}".Trim(),
            ChargesSql = $"SELECT\n{string.Join(",\n", select)}\nFROM source",
            TotalsSql = values.Totals(),
            PeriodSql = values.Period,
            ExtraColumns = [.. extras.Select(e => e.Name)],
            Checks = [.. values.Checks()],
        };
    }
}
