using DuckDB.NET.Data;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>
/// The functions that normalisations convert with, twice under the same names: schema <c>strict</c> raises on a bad value, schema
/// <c>lenient</c> gives null. The strict ones try the common form of a value by cheap tests first and everything else by patterns.
/// </summary>
internal static class NormalisationFunctions
{
    private const string Number = @"\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?\s*";
    private const string Grouped = @"\s*[+-]?[0-9]{1,3}([, _''][0-9]{3})+(\.[0-9]*)?\s*";
    private const string Day = @"\s*\d{4}[-/]\d{1,2}[-/]\d{1,2}\s*";
    private const string Iso =
        @"\s*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?\s?(Z|UTC|[+-]\d{2}(:?\d{2})?)?\s*";
    private const string NoSeconds = @"^\s*(\S{10})[T ](\d{2}:\d{2})\s?(Z|UTC|[+-]\d.*)?\s*$";
    private const string American4 = @"\s*\d{1,2}/\d{1,2}/\d{4}(\s.*)?";
    private const string American2 = @"\s*\d{1,2}/\d{1,2}/\d{2}(\s.*)?";
    private const string AsMap = """'"MAP(VARCHAR,VARCHAR)"'""";

    /// <summary>Makes the functions; once for an instance.</summary>
    public static void Create(DuckDBConnection connection)
    {
        foreach (var statement in Statements())
        {
            connection.Execute(statement, CancellationToken.None);
        }
    }

    /// <summary>Lets the connection's statements use one set of the functions.</summary>
    public static void Use(DuckDBConnection connection, bool strict) =>
        connection.Execute(
            strict ? "SET search_path = 'strict,main'" : "SET search_path = 'lenient,main'",
            CancellationToken.None
        );

    private static IEnumerable<string> Statements()
    {
        yield return "CREATE SCHEMA strict";
        yield return "CREATE SCHEMA lenient";
        yield return Macro("main.exact_fault(v)", ExactFault);
        yield return Macro("main.any_instant(v)", AnyInstant);
        yield return Macro(
            "main.instant_fault(v)",
            "CASE WHEN v IS NOT NULL AND any_instant(v) IS NULL THEN 'is not a date and time such as 2026-11-01T00:00:00Z' END"
        );
        yield return Macro("main.single_map(m)", SingleMap);
        yield return Macro("main.any_map(v)", AnyMap);
        yield return Macro(
            "main.map_fault(v)",
            "CASE WHEN v IS NOT NULL AND any_map(v) IS NULL THEN 'is not a JSON object of keys and values' END"
        );
        yield return Macro(
            "lenient.to_exact(v)",
            "CASE WHEN exact_fault(v) IS NULL THEN TRY_CAST(v AS DECIMAL(38, 18)) END"
        );
        yield return Macro(
            "main.rounded_fault(v)",
            "CASE WHEN exact_fault(v) = 'has more than 18 fraction digits' THEN NULL ELSE exact_fault(v) END"
        );
        yield return Macro(
            "lenient.to_rounded(v)",
            "CASE WHEN rounded_fault(v) IS NULL THEN TRY_CAST(v AS DECIMAL(38, 18)) END"
        );
        yield return Macro("strict.to_rounded(v)", StrictRounded);
        yield return Macro("lenient.to_instant(v)", "any_instant(v)");
        yield return Macro("lenient.to_map(v)", "any_map(v)");
        yield return Macro("strict.to_exact(v)", StrictExact);
        yield return Macro("strict.to_instant(v)", StrictInstant);
        yield return Macro("strict.to_map(v)", StrictMap);
    }

    private static string Macro(string signature, string body) =>
        $"CREATE MACRO {signature} AS {body}";

    private const string ExactFault = $"""
        CASE WHEN v IS NULL THEN NULL
          WHEN regexp_full_match(v, '{Grouped}') THEN 'has thousands separators'
          WHEN regexp_matches(v, '[$€£¥]') THEN 'has a currency sign'
          WHEN NOT regexp_full_match(v, '{Number}') AND contains(v, ',') THEN 'has a comma where a decimal point belongs'
          WHEN NOT regexp_full_match(v, '{Number}') THEN 'is not a number'
          WHEN length(rtrim(regexp_extract(v, '\.([0-9]*)', 1), '0'))
            - coalesce(TRY_CAST(regexp_extract(v, '[eE]([+-]?[0-9]+)', 1) AS INTEGER), 0) > 18 THEN 'has more than 18 fraction digits'
          WHEN TRY_CAST(v AS DECIMAL(38, 18)) IS NULL THEN 'has more than 20 digits before the point'
        END
        """;

    // A cast to TIMESTAMP drops an offset silently, a cast to TIMESTAMPTZ honours it; neither knows 00:00Z without seconds.
    private const string AnyInstant = $"""
        CASE
          WHEN regexp_full_match(v, '{Day}') THEN TRY_CAST(trim(v) AS TIMESTAMP)
          WHEN regexp_full_match(v, '{Iso}')
            THEN CAST(TRY_CAST(regexp_replace(trim(v), '{NoSeconds}', '\1 \2:00\3') AS TIMESTAMPTZ) AS TIMESTAMP)
          WHEN regexp_full_match(v, '{American4}') THEN try_strptime(trim(v),
            ['%m/%d/%Y', '%m/%d/%Y %H:%M', '%m/%d/%Y %H:%M:%S', '%m/%d/%Y %I:%M %p', '%m/%d/%Y %I:%M:%S %p'])
          WHEN regexp_full_match(v, '{American2}') THEN try_strptime(trim(v),
            ['%m/%d/%y', '%m/%d/%y %H:%M', '%m/%d/%y %H:%M:%S', '%m/%d/%y %I:%M %p', '%m/%d/%y %I:%M:%S %p'])
        END
        """;

    // A key may come twice in JSON; in a map it may not. The last one counts, as JSON readers have it.
    private const string SingleMap = """
        CASE WHEN len(list_distinct(map_keys(m))) = cardinality(m) THEN m
          ELSE map_from_entries(list_transform(list_distinct(map_keys(m)),
            k -> {'key': k, 'value': list_last(list_filter(map_entries(m), e -> e.key = k)).value}))
        END
        """;

    // Beside objects: Azure writes the inside of an object without braces, Google lists objects of key and value.
    private const string AnyMap = $"""
        CASE
          WHEN json_valid(v) AND json_type(v) = 'OBJECT' THEN single_map(from_json(v, {AsMap}))
          WHEN json_valid(v) AND json_type(v) = 'ARRAY' AND coalesce(list_sum(list_transform(from_json(v, '["JSON"]'),
            e -> CASE WHEN json_type(e -> '$.key') = 'VARCHAR' THEN 0 ELSE 1 END)), 0) = 0
            THEN single_map(map_from_entries(list_transform(from_json(v, '["JSON"]'), e -> struct_pack(k := e ->> '$.key', x := e ->> '$.value'))))
          WHEN json_valid('{LeftBrace}' || v || '{RightBrace}') THEN single_map(from_json('{LeftBrace}' || v || '{RightBrace}', {AsMap}))
        END
        """;

    private const string LeftBrace = "{";
    private const string RightBrace = "}";

    // A cast of text to 128 bits costs ten times one to 64 bits, which hold 6 digits before the point and 12 after it, or 18 of an integer.
    // Below 20 characters and without an exponent there is no room for a nineteenth fraction digit, so that cast rounds nothing either.
    private const string Plain =
        "NOT contains(v, 'e') AND NOT contains(v, 'E') AND NOT contains(v, '_')";

    private const string StrictExact = $"""
        CASE
          WHEN instr(v, '.') BETWEEN 1 AND 7 AND strlen(v) - instr(v, '.') <= 12 AND {Plain} THEN CAST(CAST(v AS DECIMAL(18, 12)) AS DECIMAL(38, 18))
          WHEN instr(v, '.') = 0 AND strlen(v) <= 18 AND {Plain} THEN CAST(CAST(v AS DECIMAL(18, 0)) AS DECIMAL(38, 18))
          WHEN strlen(v) < 20 AND {Plain} THEN CAST(v AS DECIMAL(38, 18))
          WHEN v IS NULL THEN NULL
          WHEN exact_fault(v) IS NULL THEN CAST(v AS DECIMAL(38, 18))
          ELSE error('not exact: ' || v)
        END
        """;

    private const string StrictRounded = """
        CASE
          WHEN v IS NULL THEN NULL
          WHEN exact_fault(v) IS NULL THEN strict.to_exact(v)
          WHEN rounded_fault(v) IS NULL THEN CAST(v AS DECIMAL(38, 18))
          ELSE error('not exact: ' || v)
        END
        """;

    private const string StrictInstant = """
        CASE
          WHEN strlen(v) = 20 AND suffix(v, 'Z') THEN CAST(v AS TIMESTAMP)
          WHEN strlen(v) = 19 AND v[5] = '-' AND v[17] = ':' THEN CAST(v AS TIMESTAMP)
          WHEN v IS NULL THEN NULL
          WHEN any_instant(v) IS NOT NULL THEN any_instant(v)
          ELSE error('not an instant: ' || v)
        END
        """;

    private const string StrictMap = $"""
        CASE
          WHEN v IS NULL THEN NULL
          WHEN starts_with(v, '{LeftBrace}') THEN from_json_strict(v, {AsMap})
          WHEN any_map(v) IS NOT NULL THEN any_map(v)
          ELSE error('not a map: ' || v)
        END
        """;
}
