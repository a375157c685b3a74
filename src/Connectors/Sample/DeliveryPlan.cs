using Outlay.Connectors.Sample.Charges;
using Outlay.Connectors.Sample.Company;
using Outlay.Connectors.Sample.Files;
using Outlay.Connectors.Sample.Lines;
using Outlay.Kernel;

namespace Outlay.Connectors.Sample;

/// <summary>What one billing account delivers, month by month; months can be written in any order and at once.</summary>
internal sealed class DeliveryPlan(SampleScope scope, CompanyTables tables, Delivery delivery)
{
    private readonly IReadOnlyList<string> _columns = ChargeColumns.Of(delivery);
    private readonly IReadOnlyList<UsageLine> _lines = new LinePlanner(scope, tables).Plan(
        delivery
    );
    private readonly IReadOnlyList<Fleet> _fleets =
    [
        .. tables
            .Commitments.Where(c => c.Delivery == delivery.Key)
            .Select(c => new Fleet(scope, tables, c)),
    ];

    private readonly Demand _demand = new(scope.Days);

    public string Folder(string root) => Path.Combine(root, delivery.Key);

    public SampleFile Write(string root, BillingPeriod period)
    {
        Directory.CreateDirectory(Folder(root));
        var name = $"focus-{period}.csv" + (delivery.Compressed ? ".gz" : "");
        var path = Path.GetFullPath(Path.Combine(Folder(root), name));
        using var file = new ChargeFile(path, delivery.Compressed, _columns);
        var month = new MonthFile(scope, delivery, period, file, _columns);
        var usage = new UsageCharges(month);
        foreach (var line in _lines)
        {
            usage.Write(line, _demand);
        }

        foreach (var fleet in _fleets)
        {
            new CommitmentCharges(month, fleet, _demand).Write();
        }

        new OtherCharges(scope, tables, month).Write();
        return new(path, period, file.Rows, file.Rows == 0 ? 0 : file.Finish());
    }
}
