namespace Outlay.Optimization.Prices.Lists;

/// <summary>The prices of the lists that the organisation keeps.</summary>
internal interface IListedPrices
{
    /// <summary>The price of an item that holds today, of the newest list that has one; scaled from another size of the family when no list has the item itself; else null.</summary>
    FoundPrice? Find(string provider, string region, string item);
}
