using System.Data.Common;
using Outlay.Query.Bill;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>Rows of <see cref="BillSql"/>.</summary>
internal static class BillRows
{
    public static BillLine Line(DbDataReader reader) =>
        new()
        {
            Provider = Text(reader, 0) ?? "",
            AccountId = Text(reader, 1),
            AccountName = Text(reader, 2),
            Region = Text(reader, 3),
            Service = Text(reader, 4),
            ServiceCategory = Text(reader, 5),
            ResourceId = Text(reader, 6),
            ResourceName = Text(reader, 7),
            ResourceType = Text(reader, 8),
            ChargeCategory = Text(reader, 9) ?? "",
            Description = Text(reader, 10),
            SkuId = Text(reader, 11),
            SkuPriceId = Text(reader, 12),
            Meter = Text(reader, 13),
            Operation = Text(reader, 14),
            MachineType = Text(reader, 15),
            PricingCategory = Text(reader, 16),
            PricingUnit = Text(reader, 17),
            ConsumedUnit = Text(reader, 18),
            CommitmentId = Text(reader, 19),
            CommitmentName = Text(reader, 20),
            CommitmentType = Text(reader, 21),
            CommitmentStatus = Text(reader, 22),
            Currency = reader.GetString(23),
            PricingQuantity = reader.GetDecimal(24),
            ConsumedQuantity = reader.GetDecimal(25),
            ListCost = reader.GetDecimal(26),
            ContractedCost = reader.GetDecimal(27),
            EffectiveCost = reader.GetDecimal(28),
            BilledCost = reader.GetDecimal(29),
            Days = reader.GetInt32(30),
            FirstDay = reader.GetFieldValue<DateOnly>(31),
            LastDay = reader.GetFieldValue<DateOnly>(32),
            LaterCost = reader.GetDecimal(33),
        };

    public static HourLine Hour(DbDataReader reader) =>
        new()
        {
            Provider = Text(reader, 0) ?? "",
            AccountId = Text(reader, 1),
            Region = Text(reader, 2),
            Service = Text(reader, 3),
            Meter = Text(reader, 4),
            Operation = Text(reader, 5),
            MachineType = Text(reader, 6),
            PricingCategory = Text(reader, 7),
            Currency = reader.GetString(8),
            SkuId = Text(reader, 9),
            Description = Text(reader, 10),
            Start = reader.GetDateTime(11),
            Hours = reader.GetInt32(12),
            PricingQuantity = reader.GetDecimal(13),
            ContractedCost = reader.GetDecimal(14),
            ListCost = reader.GetDecimal(15),
            EffectiveCost = reader.GetDecimal(16),
        };

    private static string? Text(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
