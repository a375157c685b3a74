namespace Outlay.Connectors.Sample.Company;

/// <summary>A charge that comes once a month or once at all: support, marketplace, credits, corrections.</summary>
internal sealed record MonthlyCharge(
    string Delivery,
    string Account,
    string Category,
    string Frequency,
    bool Correction,
    Service Service,
    string Publisher,
    string Description,
    decimal Amount,
    int FromMonthsAgo,
    int ToMonthsAgo
);
