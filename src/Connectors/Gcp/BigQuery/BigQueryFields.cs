using Outlay.Connectors.Gcp.Access;
using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.BigQuery;

/// <summary>The settings of a connection to a billing export in BigQuery.</summary>
internal static class BigQueryFields
{
    public static readonly SettingField Project = new(
        "project",
        "Project that runs the queries",
        "Its id; queries are billed to it."
    )
    {
        IsRequired = true,
        Example = "acme-finops",
    };

    public static readonly SettingField Dataset = new(
        "dataset",
        "Dataset",
        "Of the billing export; with its project before it when that is another one."
    )
    {
        IsRequired = true,
        Example = "acme-billing.billing_export",
    };

    public static readonly SettingField Table = new(
        "table",
        "Table",
        "The detailed export (gcp_billing_export_resource_v1_...), the standard one, or a FOCUS view."
    )
    {
        IsRequired = true,
        Example = "gcp_billing_export_resource_v1_012345_ABCDEF_678901",
    };

    public static readonly SettingField Location = new(
        "location",
        "Location of the dataset",
        "Such as EU or europe-west3; told by the dataset when empty."
    )
    {
        IsAdvanced = true,
    };

    public static readonly SettingField MaxGb = new(
        "max-gb",
        "Most gigabytes a query may read",
        "A query that would read more is not run and not billed; 1000 when empty."
    )
    {
        IsAdvanced = true,
        Example = "1000",
    };

    public static IReadOnlyList<SettingField> All { get; } =
    [
        Project,
        Dataset,
        Table,
        GoogleFields.Access,
        GoogleFields.Key,
        Location,
        MaxGb,
        GoogleFields.Endpoint,
    ];
}
