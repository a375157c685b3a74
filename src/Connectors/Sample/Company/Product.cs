namespace Outlay.Connectors.Sample.Company;

/// <summary>How a meter's quantity moves through the day, the week and the year.</summary>
internal enum Profile
{
    /// <summary>Runs all the time.</summary>
    Always,

    /// <summary>Runs on weekdays from 7 to 19.</summary>
    Office,

    /// <summary>Runs at night, more on some nights than on others.</summary>
    Batch,

    /// <summary>Follows the customers: hour, weekday, steady growth.</summary>
    Traffic,

    /// <summary>Is kept and piles up.</summary>
    Store,

    /// <summary>New this year and taking off.</summary>
    Rising,
}

/// <summary>A service as the bill names it.</summary>
internal sealed record Service(string Name, string Category, string Subcategory, string Code);

/// <summary>One meter of one service: what is counted, at which public price, by which kind of resource.</summary>
/// <param name="Count">Resources of it in the whole company at scale 1.</param>
/// <param name="Accounts">Which accounts have it: <c>*</c>, <c>prod</c>, <c>dev</c>, <c>each</c>, or a team.</param>
/// <param name="Size">Priced units an hour of one resource.</param>
/// <param name="Block">Consumed units in one priced unit.</param>
/// <param name="Discount">Negotiated discount, as a fraction of the list price.</param>
internal sealed record Product(
    string Cloud,
    string Key,
    int Count,
    string Accounts,
    Profile Profile,
    decimal Size,
    Service Service,
    string ResourceType,
    string Meter,
    string Description,
    string Unit,
    decimal Block,
    string ConsumedUnit,
    decimal Price,
    decimal Discount,
    string Pricing,
    bool Zonal,
    string Resource,
    string Name,
    string Details
)
{
    public bool SuitsAccount(Account account) =>
        Accounts switch
        {
            "*" or "each" => true,
            "prod" => account.Env == "prod",
            "dev" => account.Env != "prod",
            _ => account.Team == Accounts,
        };
}
