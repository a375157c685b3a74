using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>The condition that picks the charges of a query: its days, its filter, its switches and its currency.</summary>
internal static class ChargeFilter
{
    public static string Where(CostQuestion question, QuerySource source, SqlParameters parameters)
    {
        var dimensions = new DimensionSql(source, parameters);
        var filter = new FilterSql(source, parameters, dimensions);
        var where = $"{filter.In(question.Range)} AND {filter.Of(question.Query)}";
        return question.Query.Currency is { } currency
            ? $"{where} AND {source.CurrencyColumn} = {parameters.Add(currency.Code)}"
            : where;
    }
}
