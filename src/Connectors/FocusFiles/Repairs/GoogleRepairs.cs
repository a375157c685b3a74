using Outlay.Focus;

namespace Outlay.Connectors.FocusFiles.Repairs;

/// <summary>
/// Google Cloud's FOCUS tables: the view that users make from Google's guide, and the table of Google's own. Both write the closed values
/// in lower case and a taxonomy in place of the service category; the view ends billing periods on their last day, in Pacific time.
/// </summary>
internal static class GoogleRepairs
{
    private const string Identity = "google-1";
    private const string ServiceCategory = "ServiceCategory";
    private const string Brace = "{";

    private static readonly string[] Signs =
    [
        "x_CostType",
        "x_Credits",
        "x_CurrencyConversionRate",
        "x_ExportTime",
        "x_Location",
        "x_Project",
        "x_ServiceId",
    ];

    public static RepairSet? For(FocusSource source)
    {
        if (!MayBe(source))
        {
            return null;
        }

        var row = source.IsOf("^(Google|GCP)");
        var repairs = Enums(source, row).Concat(Months(source, row));
        if (Taxonomy(source, row) is not { } taxonomy)
        {
            return new RepairSet(Identity, [.. repairs]);
        }

        var written = $"CASE WHEN {taxonomy.When} THEN {source.AsJson(ServiceCategory)} END";
        return new RepairSet(Identity, [.. repairs, taxonomy])
        {
            Kept = [("x_ServiceTaxonomy", written)],
        };
    }

    // Parquet tells nothing of its rows beforehand, but a list in place of a text or of a map does.
    private static bool MayBe(FocusSource source) =>
        source.HasOwn(Signs)
        || source.SellerLooksLike("Google")
        || source.IsList(ServiceCategory)
        || source.IsList("Tags")
        || source.IsJson;

    private static IEnumerable<Repair> Enums(FocusSource source, string row)
    {
        foreach (
            var column in FocusColumns.Lake.Where(c =>
                c.AllowedValues.Count > 0 && c.Name != ServiceCategory && source.Has(c.Name)
            )
        )
        {
            var text = source.Text(column.Name);
            var spelled = Spelling.Of(column, text);
            yield return new Repair(column.Name, $"{row} AND {text} <> {spelled}", spelled);
        }
    }

    // The first value of the taxonomy that FOCUS knows; Google puts words of its own before and behind it.
    private static Repair? Taxonomy(FocusSource source, string row)
    {
        if (!source.Has(ServiceCategory))
        {
            return null;
        }

        var column = FocusColumns.Find(ServiceCategory)!;
        var text = source.AsJson(ServiceCategory);
        var words =
            $"""CASE WHEN starts_with({text}, '[') OR starts_with({text}, '{Brace}') THEN regexp_extract_all({text}, '["'']([^"'']*)["'']', 1) ELSE [{text}] END""";
        var known =
            $"coalesce(list_filter(list_transform({words}, w -> {Spelling.Of(column, "w")}), c -> c IS NOT NULL)[1], 'Other')";
        return new Repair(ServiceCategory, $"{row} AND {text} <> {known}", known);
    }

    // Eight hours bring the Pacific midnight that was written as UTC, and the one that was moved there, into its own month.
    private static IEnumerable<Repair> Months(FocusSource source, string row)
    {
        if (!source.Has("BillingPeriodStart"))
        {
            yield break;
        }

        var written = source.Instant("BillingPeriodStart");
        var start = $"date_trunc('month', {written} + INTERVAL 8 HOUR)";
        yield return new Repair("BillingPeriodStart", $"{row} AND {written} <> {start}", start);
        if (source.Has("BillingPeriodEnd"))
        {
            var end = $"{start} + INTERVAL 1 MONTH";
            yield return new Repair(
                "BillingPeriodEnd",
                $"{row} AND {source.Instant("BillingPeriodEnd")} <> {end}",
                end
            );
        }
    }
}
