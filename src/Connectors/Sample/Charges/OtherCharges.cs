using System.Globalization;
using Outlay.Connectors.Sample.Company;
using Outlay.Connectors.Sample.Files;
using Outlay.Connectors.Sample.Lines;

namespace Outlay.Connectors.Sample.Charges;

/// <summary>Writes what comes once a month: support, marketplace, credits, corrections, and tax on the usage written before.</summary>
internal sealed class OtherCharges(SampleScope scope, CompanyTables tables, MonthFile month)
{
    private static readonly Service Tax = new("Tax", "Other", "Other (Other)", "Tax");

    public void Write()
    {
        if (month.Slots.Count == 0)
        {
            return;
        }

        foreach (var charge in tables.Monthly.Where(IsDue))
        {
            Write(charge, tables.Accounts.First(a => a.Name == charge.Account));
        }

        if (month.Delivery.TaxRate != 0)
        {
            WriteTax();
        }
    }

    private bool IsDue(MonthlyCharge charge) =>
        charge.Delivery == month.Delivery.Key
        && month.Period >= scope.MonthsAgo(charge.FromMonthsAgo)
        && month.Period <= scope.MonthsAgo(charge.ToMonthsAgo);

    private void Write(MonthlyCharge charge, Account account)
    {
        if (charge.Correction)
        {
            var day = month.Period.Start.AddMonths(-1).AddDays(9);
            month.File.Write(
                Template(charge, account),
                TimeSlot.Text(day),
                TimeSlot.Text(day.AddDays(1)),
                ChargeAmounts.Plain(charge.Amount)
            );
            return;
        }

        var isPurchase = charge.Category == "Purchase";
        var end = charge.Frequency == "One-Time" ? month.Period.Start.AddDays(1) : month.Period.End;
        month.File.Write(
            Template(charge, account),
            month.Start,
            TimeSlot.Text(end),
            ChargeAmounts.Plain(charge.Amount) with
            {
                PricingQuantity = isPurchase ? 1 : null,
            }
        );
    }

    private ChargeTemplate Template(MonthlyCharge charge, Account account)
    {
        if (charge.Category != "Purchase")
        {
            return month.Template(
                account,
                charge.Service,
                ("ChargeCategory", charge.Category),
                ("ChargeClass", charge.Correction ? "Correction" : null),
                ("ChargeDescription", charge.Description),
                ("ChargeFrequency", charge.Frequency)
            );
        }

        var sku = Naming.Sku(month.Delivery.Cloud, charge.Description, "", scope.Chance);
        var price = charge.Amount.ToString(CultureInfo.InvariantCulture);
        var isThirdParty = charge.Publisher != month.Delivery.Publisher;
        return month.Template(
            account,
            charge.Service,
            ("ChargeCategory", charge.Category),
            ("ChargeDescription", charge.Description),
            ("ChargeFrequency", charge.Frequency),
            ("ContractedUnitPrice", price),
            ("ListUnitPrice", price),
            ("PricingCategory", "Standard"),
            ("PricingUnit", charge.Frequency == "Recurring" ? "Months" : "Units"),
            ("PublisherName", charge.Publisher),
            ("ServiceProviderName", isThirdParty ? charge.Publisher : month.Delivery.Provider),
            ("SkuId", sku),
            ("SkuMeter", charge.Service.Name),
            ("SkuPriceId", Naming.SkuPrice(month.Delivery.Cloud, sku))
        );
    }

    private void WriteTax()
    {
        foreach (var (account, usage) in month.Usage)
        {
            var tax = decimal.Round(usage * month.Delivery.TaxRate, 2);
            if (tax != 0)
            {
                var template = month.Template(
                    account,
                    Tax,
                    ("ChargeCategory", "Tax"),
                    ("ChargeDescription", "Tax on usage"),
                    ("ChargeFrequency", "Recurring")
                );
                month.File.Write(template, month.Start, month.End, ChargeAmounts.Plain(tax));
            }
        }
    }
}
