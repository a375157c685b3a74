using Outlay.Connectors.Sample.Company;
using Outlay.Connectors.Sample.Files;
using Outlay.Kernel;

namespace Outlay.Connectors.Sample.Charges;

/// <summary>One delivery's file of one month while it is written.</summary>
internal sealed class MonthFile
{
    private readonly IReadOnlyList<string> _columns;
    private readonly Dictionary<string, string?> _shared;
    private readonly Dictionary<Account, decimal> _usage = [];

    public MonthFile(
        SampleScope scope,
        Delivery delivery,
        BillingPeriod period,
        ChargeFile file,
        IReadOnlyList<string> columns
    )
    {
        Delivery = delivery;
        Period = period;
        File = file;
        Slots = TimeSlot.Of(scope, period, delivery.HoursBehind);
        _columns = columns;
        _shared = SharedValues(scope);
    }

    public Delivery Delivery { get; }

    public BillingPeriod Period { get; }

    public ChargeFile File { get; }

    public IReadOnlyList<TimeSlot> Slots { get; }

    public byte[] Start => TimeSlot.Text(Period.Start);

    public byte[] End => TimeSlot.Text(Period.End);

    /// <summary>Billed usage by account so far: what tax is taken on.</summary>
    public IReadOnlyDictionary<Account, decimal> Usage => _usage;

    public void Count(Account account, decimal billed) =>
        _usage[account] = _usage.GetValueOrDefault(account) + billed;

    /// <summary>A template of the values given, over those that all charges of the month share.</summary>
    public ChargeTemplate Template(
        Account account,
        Service service,
        params ReadOnlySpan<(string Column, string? Value)> values
    )
    {
        var all = new Dictionary<string, string?>(_shared, StringComparer.Ordinal)
        {
            ["SubAccountId"] = account.Id,
            ["SubAccountName"] = account.Name,
            ["SubAccountType"] = Delivery.SubAccountType,
            ["ServiceName"] = service.Name,
            ["ServiceCategory"] = service.Category,
            ["ServiceSubcategory"] = service.Subcategory,
            [Delivery.ExtraColumn] = Extra(account, service),
        };
        foreach (var (column, value) in values)
        {
            all[column] = value;
        }

        return new(_columns, all);
    }

    private static string Extra(Account account, Service service) =>
        account.Delivery switch
        {
            "aws" => service.Code,
            "google-cloud" => Chance.From(0).Of(account.Id).Number(12),
            _ => $"rg-{account.Product}-{account.Env}",
        };

    private Dictionary<string, string?> SharedValues(SampleScope scope)
    {
        var isInvoiced = Period < BillingPeriod.Of(scope.Today);
        var invoice = scope.Chance.Of("invoice").Of(Delivery.Key).Of(Period.Start.DayNumber);
        return new(StringComparer.Ordinal)
        {
            ["BillingAccountId"] = Delivery.BillingAccountId,
            ["BillingAccountName"] = Delivery.BillingAccountName,
            ["BillingAccountType"] = Delivery.BillingAccountType,
            ["BillingCurrency"] = Delivery.Currency,
            ["BillingPeriodStart"] = System.Text.Encoding.ASCII.GetString(Start),
            ["BillingPeriodEnd"] = System.Text.Encoding.ASCII.GetString(End),
            ["InvoiceIssuerName"] = Delivery.Issuer,
            ["InvoiceId"] = isInvoiced ? invoice.Number(10) : null,
            ["ProviderName"] = Delivery.Provider,
            ["PublisherName"] = Delivery.Publisher,
            ["ServiceProviderName"] = Delivery.Provider,
            ["HostProviderName"] = Delivery.Provider,
        };
    }
}
