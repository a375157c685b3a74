using Outlay.Focus;
using Outlay.Ingest.Formats;
using Outlay.Ingest.Mapping;
using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.MappedCsv;

/// <summary>The lake's columns of one file by a column map, and what stands in for those it leaves out.</summary>
internal sealed class MappedValues
{
    private static readonly string[] Categories =
    [
        "Usage",
        "Purchase",
        "Tax",
        "Credit",
        "Adjustment",
    ];

    private readonly SourceShape _shape;
    private readonly ColumnMap _map;
    private readonly Dictionary<string, SourceField> _fields = new(StringComparer.Ordinal);
    private readonly List<SourceField> _tags = [];
    private readonly string? _currency;

    public MappedValues(SourceShape shape, ColumnMap map, string? currency)
    {
        (_shape, _map, _currency) = (shape, map, currency);
        var byHeader = shape
            .Fields.GroupBy(f => NativeColumn.Key(f.Header), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var (column, header) in map.Columns)
        {
            if (!byHeader.TryGetValue(NativeColumn.Key(header), out var field))
            {
                Problem ??= NoColumn(header);
            }
            else
            {
                _fields.Add(column, field);
            }
        }

        foreach (var header in map.Tags)
        {
            if (!byHeader.TryGetValue(NativeColumn.Key(header), out var field))
            {
                Problem ??= NoColumn(header);
            }
            else
            {
                _tags.Add(field);
            }
        }

        Problem ??= Unfit() ?? Missing();
    }

    /// <summary>Why the map does not fit the file.</summary>
    public Problem? Problem { get; }

    public string Period =>
        $"date_trunc('month', {Instant("BillingPeriodStart") ?? Instant("ChargePeriodStart")})";

    public string Lake(FocusColumn column) =>
        column.Name switch
        {
            "BillingPeriodStart" => Period,
            "BillingPeriodEnd" => $"{Period} + INTERVAL 1 MONTH",
            "ChargePeriodStart" => Start,
            "ChargePeriodEnd" => Coalesce(
                Instant("ChargePeriodEnd"),
                _map.Dates == DateStyle.Month
                    ? $"{Start} + INTERVAL 1 MONTH"
                    : $"{Start} + INTERVAL 1 DAY"
            ),
            "BillingCurrency" => Currency,
            "BilledCost" => Billed,
            "EffectiveCost" => Effective,
            "ContractedCost" => Contracted,
            "ListCost" => Coalesce(Amount("ListCost"), Contracted),
            "ChargeCategory" => Category,
            "ChargeFrequency" => Coalesce(Text(column.Name), "'Usage-Based'"),
            "HostProviderName" => Provider,
            "ServiceProviderName" or "InvoiceIssuerName" or "BillingAccountId" => Coalesce(
                Text(column.Name),
                Provider
            ),
            "ServiceCategory" => Coalesce(Text(column.Name), "'Other'"),
            "ServiceSubcategory" => Coalesce(Text(column.Name), "'Other (Other)'"),
            "ServiceName" => Coalesce(Text(column.Name), Provider),
            "BillingAccountType" => Coalesce(Text(column.Name), "'Account'"),
            "SubAccountName" => Coalesce(Text(column.Name), Text("SubAccountId")),
            "SubAccountType" => Coalesce(Text(column.Name), SubAccountType),
            "PricingCategory" => Coalesce(Text(column.Name), "'Other'"),
            "PricingCurrency" => Coalesce(Text(column.Name), Currency),
            "PricingCurrencyEffectiveCost" => Coalesce(Amount(column.Name), Effective),
            "Tags" => TagsSql,
            _ => AsItIs(column),
        };

    /// <summary>SELECT of what control totals are made of.</summary>
    public string Totals() =>
        $"""
            SELECT {Period} AS period, {Currency} AS currency, {Coalesce(
                Text("BillingAccountId"),
                Provider
            )} AS account, {Provider} AS seller,
              1 AS charges, {Billed} AS billed, {Effective} AS effective, CAST(NULL AS VARCHAR) AS part
            FROM source
            """;

    public IReadOnlyList<(string Name, string Sql)> Extras()
    {
        var taken = _fields.Values.Concat(_tags).ToHashSet();
        var columns = new List<(string Name, string Sql)>
        {
            ("x_SourceFile", SourceSql.Literal(Path.GetFileName(_shape.Path))),
            ("x_ListCostEstimated", Estimated("ListCost")),
            ("x_ContractedCostEstimated", Estimated("ContractedCost")),
        };
        var names = columns.Select(c => c.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var field in _shape.Fields.Where(f => !taken.Contains(f)))
        {
            if (names.Add($"x_{field.Name}"))
            {
                columns.Add(($"x_{field.Name}", SourceValue.Text(field)));
            }
        }

        return columns;
    }

    public IEnumerable<ValueCheck> Checks()
    {
        foreach (var (column, field) in _fields)
        {
            var type = FocusColumns.Find(column)!.Type;
            var text = SourceValue.Text(field);
            var fault = (column, type) switch
            {
                (_, FocusType.Decimal) => WrittenNumber.Fault(text, _map.Numbers),
                (_, FocusType.DateTime) => WrittenDay.Fault(text, _map.Dates),
                ("BillingCurrency", _) =>
                    $"CASE WHEN NOT regexp_full_match(upper(trim({text})), '[A-Z]{{3}}') THEN 'is not a currency code such as USD' END",
                ("ChargeCategory", _) =>
                    $"CASE WHEN lower(trim({text})) NOT IN ({string.Join(", ", Categories.Select(c => SourceSql.Literal(c.ToLowerInvariant())))}) THEN 'is not a charge category: {string.Join(", ", Categories)}' END",
                _ => null,
            };
            if (fault is not null)
            {
                yield return new ValueCheck(field.Header.Trim(), text, fault);
            }

            if (
                column is "BilledCost" or "ChargePeriodStart"
                || column == "BillingCurrency"
                    && !_map.Constants.ContainsKey(column)
                    && _currency is null
            )
            {
                yield return new ValueCheck(
                    field.Header.Trim(),
                    text,
                    $"CASE WHEN {text} IS NULL THEN 'is empty' END"
                );
            }
        }
    }

    private string Start => Instant("ChargePeriodStart") ?? Instant("BillingPeriodStart")!;

    private string Billed => Amount("BilledCost")!;

    private string Effective => Coalesce(Amount("EffectiveCost"), Billed);

    private string Contracted => Coalesce(Amount("ContractedCost"), Effective);

    private string Provider => Coalesce(Text("HostProviderName"), SourceSql.Literal(_map.Name));

    private string Currency =>
        Coalesce(
            _fields.TryGetValue("BillingCurrency", out var own)
                ? $"upper(trim({SourceValue.Text(own)}))"
                : null,
            _map.Constants.TryGetValue("BillingCurrency", out var constant)
                ? SourceSql.Literal(constant.Trim().ToUpperInvariant())
                : null,
            _currency is null ? null : SourceSql.Literal(_currency)
        );

    private string Category
    {
        get
        {
            var cases = Categories.Select(c =>
                $"WHEN {SourceSql.Literal(c.ToLowerInvariant())} THEN {SourceSql.Literal(c)}"
            );
            return Text("ChargeCategory") is { } text
                ? $"CASE lower(trim({text})) {string.Join(' ', cases)} ELSE 'Usage' END"
                : "'Usage'";
        }
    }

    private string? SubAccountType =>
        Text("SubAccountId") is { } id ? $"CASE WHEN {id} IS NOT NULL THEN 'Account' END" : null;

    private string TagsSql
    {
        get
        {
            var entries = _tags.Select(f =>
                $$"""{'key': {{SourceSql.Literal(f.Header.Trim())}}, 'value': {{SourceValue.Text(f)}}}"""
            );
            return _tags.Count == 0
                ? SourceValue.NullOf("MAP(VARCHAR, VARCHAR)")
                : $"map_from_entries(list_filter([{string.Join(", ", entries)}], e -> e.value IS NOT NULL))";
        }
    }

    private string AsItIs(FocusColumn column) =>
        column.Type switch
        {
            FocusType.Decimal => Number(column.Name) ?? SourceValue.NullOf("DECIMAL(38, 18)"),
            FocusType.DateTime => Instant(column.Name) ?? SourceValue.NullOf("TIMESTAMP"),
            FocusType.KeyValue => SourceValue.NullOf("MAP(VARCHAR, VARCHAR)"),
            _ => Text(column.Name) ?? SourceValue.NullOf("VARCHAR"),
        };

    private string? Amount(string column) =>
        Number(column) is { } number && _map.Negate ? $"-({number})" : Number(column);

    private string? Number(string column) =>
        _fields.TryGetValue(column, out var field)
            ? WrittenNumber.Value(SourceValue.Text(field), _map.Numbers)
            : null;

    private string? Instant(string column) =>
        _fields.TryGetValue(column, out var field)
            ? WrittenDay.Value(SourceValue.Text(field), _map.Dates)
            : null;

    private string? Text(string column)
    {
        var own = _fields.TryGetValue(column, out var field) ? SourceValue.Text(field) : null;
        var constant = _map.Constants.TryGetValue(column, out var value)
            ? SourceSql.Literal(value)
            : null;
        return own is null && constant is null ? null : Coalesce(own, constant);
    }

    private string Estimated(string column) =>
        _fields.TryGetValue(column, out var field)
            ? $"CASE WHEN {SourceValue.Text(field)} IS NULL THEN 'true' END"
            : "'true'";

    private static string Coalesce(params IReadOnlyList<string?> choices)
    {
        var given = choices.OfType<string>().DefaultIfEmpty("NULL").ToList();
        return given is [var only] ? only : $"coalesce({string.Join(", ", given)})";
    }

    private Problem? Unfit()
    {
        foreach (var column in _map.Columns.Keys.Concat(_map.Constants.Keys))
        {
            if (FocusColumns.Find(column) is null)
            {
                return Wrong($"{column} is no FOCUS column.", "Use the names of FOCUS 1.4.");
            }
        }

        var constant = _map.Constants.Keys.FirstOrDefault(c =>
            FocusColumns.Find(c)!.Type != FocusType.String
        );
        return constant is null
            ? null
            : Wrong(
                $"{constant} cannot have one value for all rows.",
                "Choose a column of the file for it."
            );
    }

    private Problem? Missing()
    {
        if (!_map.Columns.ContainsKey("BilledCost"))
        {
            return Wrong(
                "No column is chosen for BilledCost.",
                "Choose the column with the amounts that are billed."
            );
        }

        if (
            !_map.Columns.ContainsKey("ChargePeriodStart")
            && !_map.Columns.ContainsKey("BillingPeriodStart")
        )
        {
            return Wrong(
                "No column is chosen for ChargePeriodStart or BillingPeriodStart.",
                "Choose the column with the day or the month of a charge."
            );
        }

        return
            _map.Columns.ContainsKey("BillingCurrency")
            || _map.Constants.ContainsKey("BillingCurrency")
            || _currency is not null
            ? CurrencyProblem()
            : Wrong(
                "Nothing says the billing currency.",
                "Choose its column, or write a currency for all rows."
            );
    }

    private Problem? CurrencyProblem() =>
        _map.Constants.TryGetValue("BillingCurrency", out var constant)
        && !Kernel.Currency.TryParse(constant.Trim(), out _)
            ? Wrong($"'{constant}' is not a currency code.", "Write three letters, such as USD.")
            : null;

    private Problem NoColumn(string header) =>
        Wrong(
            $"{Path.GetFileName(_shape.Path)} has no column {header}.",
            "Choose one of its columns."
        );

    private static Problem Wrong(string message, string fix) =>
        new(ProblemKind.Invalid, message, fix, "map");
}
