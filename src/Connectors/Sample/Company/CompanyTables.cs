using System.Globalization;
using CsvHelper;
using Outlay.Focus;

namespace Outlay.Connectors.Sample.Company;

/// <summary>What the company is made of, from the tables beside this file.</summary>
internal sealed class CompanyTables
{
    private CompanyTables()
    {
        Regions = Read("regions", RegionOf).ToDictionary(r => r.Id, StringComparer.Ordinal);
        Deliveries = Read("deliveries", DeliveryOf);
        Accounts = Read("accounts", AccountOf);
        Products = Read("products", ProductOf);
        Stories = Read("stories", StoryOf);
        Commitments = Read("commitments", CommitmentOf);
        Monthly = Read("monthly", MonthlyOf);
    }

    public static CompanyTables Shared { get; } = new();

    public IReadOnlyDictionary<string, Region> Regions { get; }

    public IReadOnlyList<Delivery> Deliveries { get; }

    public IReadOnlyList<Account> Accounts { get; }

    public IReadOnlyList<Product> Products { get; }

    public IReadOnlyList<Story> Stories { get; }

    public IReadOnlyList<CommitmentPlan> Commitments { get; }

    public IReadOnlyList<MonthlyCharge> Monthly { get; }

    private static Delivery DeliveryOf(TableRow row) =>
        new(
            row["Key"],
            row["Cloud"],
            FocusVersions.Parse(row["Version"]),
            row.Flag("Compressed"),
            row["Provider"],
            row["Publisher"],
            row["Issuer"],
            row["BillingAccountId"],
            row["BillingAccountName"],
            row["BillingAccountType"],
            row["SubAccountType"],
            row["Currency"],
            row.Number("PriceFactor"),
            row.Whole("HoursBehind"),
            row.Number("TaxRate"),
            row["ExtraColumn"]
        );

    private static Account AccountOf(TableRow row) =>
        new(
            row["Delivery"],
            row["Id"],
            row["Name"],
            row["Team"],
            row["Product"],
            row["Env"],
            row["CostCenter"],
            row.Whole("Weight"),
            row.List("Regions")
        );

    private static Region RegionOf(TableRow row) =>
        new(row["Id"], row["Name"], row.Number("PriceFactor"), row.List("Zones"));

    private static Product ProductOf(TableRow row) =>
        new(
            row["Cloud"],
            row["Key"],
            row.Whole("Count"),
            row["Accounts"],
            Enum.Parse<Profile>(row["Profile"], ignoreCase: true),
            row.Number("Size"),
            new Service(row["Service"], row["Category"], row["Subcategory"], row["Code"]),
            row["ResourceType"],
            row["Meter"],
            row["Description"],
            row["Unit"],
            row.Number("Block"),
            row["ConsumedUnit"],
            row.Number("Price"),
            row.Number("Discount"),
            row["Pricing"],
            row.Flag("Zonal"),
            row["Resource"],
            row["Name"],
            row["Details"]
        );

    private static Story StoryOf(TableRow row) =>
        new(
            row["Name"],
            row["Product"],
            row["Account"],
            row.Whole("Copies"),
            row.Number("Size"),
            row.Whole("FirstDaysAgo"),
            row.Whole("LastDaysAgo"),
            row.Number("Factor"),
            row.Flag("Only")
        );

    private static CommitmentPlan CommitmentOf(TableRow row) =>
        new(
            row["Delivery"],
            row["Key"],
            row["Owner"],
            row["Type"],
            row["Category"],
            Enum.Parse<Payment>(row["Payment"], ignoreCase: true),
            new Service(
                row["Service"],
                row["ServiceCategory"],
                row["ServiceSubcategory"],
                row["Service"]
            ),
            row["Name"],
            row["Id"],
            row.Number("Rate"),
            row.Number("Hourly"),
            row.Whole("StartMonthsAgo"),
            row.Whole("TermMonths"),
            [.. row.List("Fleet").Select(FleetPart.Parse)]
        );

    private static MonthlyCharge MonthlyOf(TableRow row) =>
        new(
            row["Delivery"],
            row["Account"],
            row["Category"],
            row["Frequency"],
            row.Flag("Correction"),
            new Service(
                row["Service"],
                row["ServiceCategory"],
                row["ServiceSubcategory"],
                row["Service"]
            ),
            row["Publisher"],
            row["Description"],
            row.Number("Amount"),
            row.Whole("FromMonthsAgo"),
            row.Whole("ToMonthsAgo")
        );

    private static List<T> Read<T>(string table, Func<TableRow, T> make)
    {
        var name = $"Outlay.Connectors.Sample.Company.{table}.csv";
        using var stream =
            typeof(CompanyTables).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not embedded.");
        using var csv = new CsvReader(new StreamReader(stream), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<T>();
        while (csv.Read())
        {
            rows.Add(make(new TableRow(csv)));
        }

        return rows;
    }
}
