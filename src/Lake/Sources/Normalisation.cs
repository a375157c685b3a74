namespace Outlay.Lake.Sources;

/// <summary>
/// How one file becomes charges. The statements read the relation <c>source</c>, which holds the file under the names of its
/// <see cref="SourceShape"/>, nulls for every text that means "no value". They convert through the engine's functions
/// <c>to_exact(text)</c> (DECIMAL(38,18), nothing rounded), <c>to_rounded(text)</c> (the same, rounded to 18 fraction digits), <c>to_instant(text)</c> (TIMESTAMP, UTC) and <c>to_map(text)</c>
/// (MAP of texts), which raise on a bad value, so that a fast reading is also an exact one. Only when one raises are
/// the <see cref="Checks"/> asked which rows are bad.
/// </summary>
public sealed record Normalisation
{
    /// <summary>Name of the source format, such as <c>FOCUS 1.2</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Identity of the mapping and of what was assumed for it; a change makes the same bytes another load.</summary>
    public required string Mapping { get; init; }

    /// <summary>SELECT of the lake's FOCUS columns in their order and types, then <see cref="ExtraColumns"/>.</summary>
    public required string ChargesSql { get; init; }

    /// <summary>
    /// SELECT of <c>period</c> (TIMESTAMP), <c>currency</c>, <c>account</c>, <c>seller</c>, <c>charges</c> (INTEGER, how many charges a row
    /// becomes), <c>billed</c>, <c>effective</c> and <c>part</c> (text or null; see <see cref="Beside"/>): what control totals are
    /// made of; and, where an export may describe the same usage twice, of <c>day</c> (TIMESTAMP). It reads the source's own columns, not the mapped ones, so that it can contradict the mapping.
    /// </summary>
    public required string TotalsSql { get; init; }

    /// <summary>The billing period's start, TIMESTAMP, over <c>source</c>.</summary>
    public required string PeriodSql { get; init; }

    /// <summary>The <c>x_</c> columns, all text.</summary>
    public required IReadOnlyList<string> ExtraColumns { get; init; }

    /// <summary>What each row must satisfy.</summary>
    public required IReadOnlyList<ValueCheck> Checks { get; init; }

    /// <summary>
    /// How the file is read instead when another folder of the same connection, with an account in common, holds a part that the file's
    /// own folder lacks. For exports that describe the same usage twice, such as Azure's actual and amortised costs.
    /// </summary>
    public IReadOnlyDictionary<string, Normalisation> Beside { get; init; } =
        new Dictionary<string, Normalisation>(StringComparer.Ordinal);
}

/// <summary>A value that every row must have right.</summary>
/// <param name="Column">Column as the file calls it.</param>
/// <param name="ValueSql">The value, over <c>source</c>.</param>
/// <param name="FaultSql">
/// What is wrong with the value, as text; null when nothing is. May use <c>exact_fault(text)</c>, <c>rounded_fault(text)</c>, <c>instant_fault(text)</c> and
/// <c>map_fault(text)</c>.
/// </param>
public sealed record ValueCheck(string Column, string ValueSql, string FaultSql);
