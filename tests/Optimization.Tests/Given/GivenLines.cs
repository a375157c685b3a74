using Outlay.Query.Bill;

namespace Outlay.Optimization.Tests.Given;

/// <summary>Lines of a bill of 30 days.</summary>
internal static class GivenLines
{
    public static BillLine Of(string meter, decimal cost) =>
        new()
        {
            Provider = "AWS",
            AccountId = "1",
            Region = "us-east-1",
            ResourceId = "arn:thing",
            ChargeCategory = "Usage",
            PricingCategory = "Standard",
            Meter = meter,
            Operation = "RunInstances",
            Currency = "USD",
            EffectiveCost = cost,
            ContractedCost = cost,
            ListCost = cost,
            PricingQuantity = 1,
            ConsumedQuantity = 1,
            Days = 30,
        };
}
