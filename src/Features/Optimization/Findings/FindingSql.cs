using Dapper;

namespace Outlay.Optimization.Findings;

/// <summary>Questions over findings as SQL.</summary>
internal static class FindingSql
{
    /// <summary>What a snoozed finding is after its day: open again.</summary>
    private const string State =
        "CASE WHEN state = 'Snoozed' AND until_day < @today THEN 'Open' ELSE state END";

    public const string Columns =
        $"id, category, net, instead, body, first_seen AS FirstSeen, last_seen AS LastSeen, gone_at AS GoneAt, {State} AS State, until_day AS UntilDay, note, said_at AS SaidAt";

    /// <summary>What is still to be done and still found.</summary>
    public const string Active = $"gone_at IS NULL AND {State} IN ('Open', 'Planned')";

    public static (string Where, DynamicParameters Values) Where(FindingQuery query, string today)
    {
        var values = new DynamicParameters();
        values.Add("today", today);
        var terms = new List<string> { "(gone_at IS NULL OR state = 'Done')" };
        void Add(string term, string name, object? value)
        {
            if (value is not null)
            {
                terms.Add(term);
                values.Add(name, value);
            }
        }

        Add("category = @category", "category", query.Category?.ToString());
        Add($"{State} = @state", "state", query.State?.ToString());
        Add("provider = @provider", "provider", query.Provider);
        Add("account = @account", "account", query.Account);
        Add("rule = @rule", "rule", query.Rule);
        Add(
            "(label LIKE @search ESCAPE '!' OR title LIKE @search ESCAPE '!' OR account LIKE @search ESCAPE '!' OR key LIKE @search ESCAPE '!')",
            "search",
            Like(query.Search)
        );
        if (query.OnlyEasy)
        {
            terms.Add("effort <= 1 AND risk <= 1");
        }

        return (string.Join(" AND ", terms), values);
    }

    public static string Order(FindingOrder order) =>
        order switch
        {
            FindingOrder.Gross => "gross DESC, id",
            FindingOrder.Confidence => "confidence DESC, net DESC, id",
            FindingOrder.Risk => "risk, net DESC, id",
            FindingOrder.Newest => "first_seen DESC, net DESC, id",
            _ => "net DESC, gross DESC, id",
        };

    public static DynamicParameters With(
        this DynamicParameters parameters,
        string name,
        object value
    )
    {
        parameters.Add(name, value);
        return parameters;
    }

    private static string? Like(string? search) =>
        string.IsNullOrWhiteSpace(search)
            ? null
            : $"%{search.Trim().Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";
}
