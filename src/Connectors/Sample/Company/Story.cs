namespace Outlay.Connectors.Sample.Company;

/// <summary>Something that happened: resources whose quantity is multiplied on some days, or that exist on those days only.</summary>
internal sealed record Story(
    string Name,
    string Product,
    string Account,
    int Copies,
    decimal Size,
    int FirstDaysAgo,
    int LastDaysAgo,
    decimal Factor,
    bool Only
);
