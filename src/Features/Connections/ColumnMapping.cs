using Outlay.Ingest.Formats;
using Outlay.Ingest.Mapping;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Lake.Sources;

namespace Outlay.Connections;

/// <summary>Helps a person say which column of an unknown file is what, shows what would come of it, and keeps the answer.</summary>
public sealed class ColumnMapping
{
    private const int PreviewRows = 8;

    /// <summary>The FOCUS columns that a preview shows.</summary>
    public static readonly IReadOnlyList<string> Previewed =
    [
        "ChargePeriodStart",
        "HostProviderName",
        "ServiceName",
        "SubAccountId",
        "ChargeDescription",
        "ChargeCategory",
        "BilledCost",
        "EffectiveCost",
        "BillingCurrency",
        "Tags",
    ];

    private readonly ILakeEngine _engine;
    private readonly ExportFormats _formats;
    private readonly ColumnMaps _maps;

    internal ColumnMapping(ILakeEngine engine, ExportFormats formats, ColumnMaps maps) =>
        (_engine, _formats, _maps) = (engine, formats, maps);

    /// <summary>The file's columns with some of their values, and the map kept for them or a guess by their names.</summary>
    public async Task<Result<MappableFile>> LookAsync(
        string path,
        CancellationToken cancellationToken
    )
    {
        var shape = await ShapeAsync(path, cancellationToken);
        if (!shape.IsOk)
        {
            return shape.Problem;
        }

        var kept = _maps.Find(shape.Value);
        return new MappableFile(
            shape.Value.Path,
            shape.Value.Fields,
            kept ?? ColumnGuess.Of(shape.Value),
            kept is not null
        );
    }

    /// <summary>What the file would become: its totals and first charges.</summary>
    public async Task<Result<MapTrial>> TryAsync(
        string path,
        ColumnMap map,
        CancellationToken cancellationToken
    )
    {
        var source = await SourceAsync(path, map, cancellationToken);
        if (!source.IsOk)
        {
            return source.Problem;
        }

        var totals = await _engine.TotalAsync(source.Value, null, cancellationToken);
        if (!totals.IsOk)
        {
            return await ExplainAsync(source.Value, totals.Problem, cancellationToken);
        }

        var rows = await _engine.PreviewAsync(
            source.Value,
            Previewed,
            PreviewRows,
            cancellationToken
        );
        return rows.IsOk
            ? new MapTrial(totals.Value, rows.Value)
            : await ExplainAsync(source.Value, rows.Problem, cancellationToken);
    }

    /// <summary>Keeps a map for all files with the headers of this one.</summary>
    public async Task<Result<ColumnMap>> SaveAsync(
        string path,
        ColumnMap map,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(map.Name))
        {
            return new Problem(
                ProblemKind.Invalid,
                "The kind of file has no name.",
                "Write the vendor's name, for example.",
                "name"
            );
        }

        var source = await SourceAsync(path, map, cancellationToken);
        if (!source.IsOk)
        {
            return source.Problem;
        }

        _maps.Save(source.Value.Shape, map);
        return map;
    }

    private async Task<Result<Source>> SourceAsync(
        string path,
        ColumnMap map,
        CancellationToken cancellationToken
    )
    {
        var shape = await ShapeAsync(path, cancellationToken);
        if (!shape.IsOk)
        {
            return shape.Problem;
        }

        if (
            _formats.Plan(shape.Value, new FormatOptions(null)) is { IsOk: true } known
            && _maps.Find(shape.Value) is null
        )
        {
            return new Problem(
                ProblemKind.Conflict,
                $"{Path.GetFileName(path)} is a {known.Value.Format} file, which needs no map.",
                "Import it as it is."
            );
        }

        var plan = _formats.Plan(shape.Value, new FormatOptions(null, map));
        return plan.IsOk ? new Source(shape.Value, plan.Value, SkipBadRows: false) : plan.Problem;
    }

    private async Task<Problem> ExplainAsync(
        Source source,
        Problem problem,
        CancellationToken cancellationToken
    )
    {
        if (problem.Field != Source.BadRowsField)
        {
            return problem;
        }

        var bad = await _engine.DiagnoseAsync(source, null, cancellationToken);
        if (!bad.IsOk || bad.Value.First.Count == 0)
        {
            return bad.Problem ?? problem;
        }

        var first = bad.Value.First[0];
        return new Problem(
            ProblemKind.Invalid,
            $"{bad.Value.Count} rows cannot be read this way; row {first.Row}: {first.Column} '{first.Value}' {first.Reason}.",
            "Choose another column, or another way of writing numbers or days.",
            "map"
        );
    }

    private async Task<Result<SourceShape>> ShapeAsync(
        string path,
        CancellationToken cancellationToken
    ) =>
        File.Exists(path)
            ? await _engine.DescribeAsync(Path.GetFullPath(path), cancellationToken)
            : new Problem(
                ProblemKind.NotFound,
                $"{path} does not exist.",
                "Give a file on this machine.",
                "path"
            );
}

/// <summary>A file whose columns can be explained.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Fields">Its columns, with values from its beginning.</param>
/// <param name="Map">The map kept for its headers, or a guess.</param>
/// <param name="IsKept">Whether the map is one that was kept.</param>
public sealed record MappableFile(
    string Path,
    IReadOnlyList<SourceField> Fields,
    ColumnMap Map,
    bool IsKept
);

/// <summary>What a map makes of a file.</summary>
/// <param name="Totals">Totals of the whole file.</param>
/// <param name="Rows">The first charges, as texts of <see cref="ColumnMapping.Previewed"/>.</param>
public sealed record MapTrial(SourceTotals Totals, IReadOnlyList<IReadOnlyList<string?>> Rows);
