using Outlay.Ingest.Formats;
using Outlay.Ingest.Mapping;
using Outlay.Lake.Sources;

namespace Outlay.Connections;

/// <summary>A first map by what headers are usually called; a person confirms it.</summary>
internal static class ColumnGuess
{
    private static readonly (string Column, string[] Headers)[] Usual =
    [
        (
            "BilledCost",
            [
                "billedcost",
                "cost",
                "amount",
                "total",
                "netamount",
                "charge",
                "betrag",
                "kosten",
                "montant",
                "importe",
                "price",
            ]
        ),
        ("EffectiveCost", ["effectivecost", "amortizedcost", "amortisedcost"]),
        ("ListCost", ["listcost", "listprice", "grossamount"]),
        (
            "ChargePeriodStart",
            [
                "chargeperiodstart",
                "date",
                "usagedate",
                "day",
                "startdate",
                "start",
                "usagestart",
                "datum",
                "fecha",
                "from",
            ]
        ),
        ("ChargePeriodEnd", ["chargeperiodend", "enddate", "usageend"]),
        (
            "BillingPeriodStart",
            ["billingperiodstart", "billingmonth", "invoicemonth", "month", "billingperiod"]
        ),
        ("BillingCurrency", ["billingcurrency", "currency", "currencycode", "waehrung", "devise"]),
        ("HostProviderName", ["providername", "provider", "vendor", "cloud", "publisher"]),
        ("ServiceName", ["servicename", "service", "product", "productname", "dienst", "leistung"]),
        ("ServiceCategory", ["servicecategory"]),
        (
            "SubAccountId",
            [
                "subaccountid",
                "kunde",
                "accountid",
                "projectid",
                "subscriptionid",
                "account",
                "project",
            ]
        ),
        ("SubAccountName", ["subaccountname", "accountname", "projectname"]),
        ("BillingAccountId", ["billingaccountid", "customerid", "contractid"]),
        ("ChargeCategory", ["chargecategory", "chargetype"]),
        (
            "ChargeDescription",
            ["chargedescription", "description", "item", "lineitem", "beschreibung"]
        ),
        ("ResourceId", ["resourceid", "instanceid"]),
        ("ResourceName", ["resourcename", "resource", "instance", "host", "hostname"]),
        ("RegionId", ["regionid", "region", "location"]),
        ("SkuId", ["skuid", "sku", "articlenumber"]),
        ("ConsumedQuantity", ["consumedquantity", "quantity", "usage", "usagequantity", "menge"]),
        ("ConsumedUnit", ["consumedunit", "unit", "unitofmeasure", "einheit"]),
        ("InvoiceId", ["invoiceid", "invoice", "invoicenumber", "rechnung"]),
    ];

    public static ColumnMap Of(SourceShape shape)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in shape.Fields)
        {
            headers.TryAdd(NativeColumn.Key(field.Header), field.Header.Trim());
        }

        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, usual) in Usual)
        {
            if (usual.FirstOrDefault(headers.ContainsKey) is { } header)
            {
                columns.Add(column, headers[header]);
            }
        }

        return new ColumnMap
        {
            Name = "",
            Columns = columns,
            Numbers = WritingGuess.Numbers(Samples("BilledCost")),
            Dates = WritingGuess.Dates([
                .. Samples("ChargePeriodStart"),
                .. Samples("BillingPeriodStart"),
            ]),
        };

        IReadOnlyList<string> Samples(string column) =>
            columns.TryGetValue(column, out var header)
                ? shape.Fields.First(f => f.Header.Trim() == header).Samples
                : [];
    }
}
