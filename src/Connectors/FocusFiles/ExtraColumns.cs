using Outlay.Connectors.FocusFiles.Repairs;
using Outlay.Ingest.Formats;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.FocusFiles;

/// <summary>The <c>x_</c> columns: what the file has beyond FOCUS 1.4, and what was assumed about a row.</summary>
internal static class ExtraColumns
{
    private static readonly string[] Retired = ["ProviderName", "PublisherName"];
    private static readonly string[] Estimated = ["ListCost", "ContractedCost"];

    public static IReadOnlyList<(string Name, string Sql)> Of(FocusSource source, string file)
    {
        var columns = new List<(string Name, string Sql)>();
        foreach (var name in Retired.Where(source.Has))
        {
            columns.Add(($"x_{name}", source.Text(name)));
        }

        foreach (var name in Estimated)
        {
            var sql = source.Has(name)
                ? $"CASE WHEN {source.Raw(name)} IS NULL{OrMended(source, name)} THEN 'true' END"
                : "'true'";
            columns.Add(($"x_{name}Estimated", Kept(source, $"x_{name}Estimated", sql)));
        }

        if (source.Repairs is { } repairs)
        {
            columns.Add((RepairSet.Column, repairs.Names(source.Own(RepairSet.Column))));
            columns.AddRange(repairs.Kept);
        }

        columns.Add(("x_SourceFile", SourceSql.Literal(file)));
        var taken = columns.Select(c => c.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (field, name) in source.Unknown)
        {
            var extra = name.StartsWith("x_", StringComparison.OrdinalIgnoreCase)
                ? $"x_{name[2..]}"
                : $"x_{name}";
            if (taken.Add(extra))
            {
                columns.Add((extra, SourceValue.Text(field)));
            }
        }

        return columns;
    }

    private static string OrMended(FocusSource source, string name) =>
        source.Repairs is { } repairs ? $" OR {repairs.Mended(name)}" : "";

    // A file that Outlay exported says itself what was estimated.
    private static string Kept(FocusSource source, string name, string sql)
    {
        var own = source
            .Unknown.Where(u => u.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(u => SourceValue.Text(u.Field))
            .FirstOrDefault();
        return own is null ? sql : $"coalesce({own}, {sql})";
    }
}
