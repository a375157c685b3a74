using Outlay.Focus;
using Outlay.Lake.Sources;

namespace Outlay.Ingest.Formats;

/// <summary>The columns of a format as one file has them. Columns that a file lacks are null, so that one mapping serves all dialects.</summary>
public sealed class NativeBinding
{
    private readonly IReadOnlyList<NativeColumn> _columns;
    private readonly Dictionary<string, SourceField> _bound = new(StringComparer.Ordinal);

    private NativeBinding(SourceShape shape, IReadOnlyList<NativeColumn> columns)
    {
        _columns = columns;
        var fields = new Dictionary<string, SourceField>(StringComparer.Ordinal);
        foreach (var field in shape.Fields)
        {
            fields.TryAdd(NativeColumn.Key(field.Header), field);
        }

        foreach (var column in columns)
        {
            var found = column
                .Headers.Prepend(column.Name)
                .Select(h => fields.GetValueOrDefault(NativeColumn.Key(h)))
                .FirstOrDefault(f => f is not null);
            if (found is not null)
            {
                _bound.Add(column.Name, found);
            }
        }

        var taken = _bound.Values.ToHashSet();
        Unbound = [.. shape.Fields.Where(f => !taken.Contains(f))];
    }

    /// <summary>Fields that no column of the format is bound to, in file order.</summary>
    public IReadOnlyList<SourceField> Unbound { get; }

    /// <summary>What the form of the bound columns' values must be, for <see cref="Normalisation.Checks"/>.</summary>
    public IEnumerable<ValueCheck> FormChecks =>
        _columns
            .Where(c => Has(c.Name) && SourceValue.IsText(_bound[c.Name]))
            .SelectMany(c => FormCheck(c, _bound[c.Name]));

    /// <summary>Binds a file's fields to a format's columns; the first header that the file has wins.</summary>
    public static NativeBinding Of(SourceShape shape, IReadOnlyList<NativeColumn> columns) =>
        new(shape, columns);

    /// <summary>Whether the file has a column.</summary>
    public bool Has(string name) => _bound.ContainsKey(name);

    /// <summary>Whether the file has all of some columns.</summary>
    public bool HasAll(params IEnumerable<string> names) => names.All(Has);

    /// <summary>The column as the file calls it; its own name when the file lacks it.</summary>
    public string Header(string name) =>
        _bound.TryGetValue(name, out var field) ? field.Header.Trim() : name;

    /// <summary>SELECT of the relation <c>native</c> over <c>source</c>: every column of the format, and what the format makes of others.</summary>
    public string Sql(params IEnumerable<(string Name, string Sql)> more)
    {
        var own = _columns.Select(c =>
            (c.Name, Sql: _bound.TryGetValue(c.Name, out var field) ? c.Value(field) : c.Absent())
        );
        var select = own.Concat(more).Select(c => $"  {c.Sql} AS {SourceSql.Name(c.Name)}");
        return $"SELECT\n{string.Join(",\n", select)}\nFROM source";
    }

    /// <summary>The value of a column over <c>source</c>, as <see cref="Sql"/> has it.</summary>
    public string Value(string name)
    {
        var column = _columns.First(c => c.Name == name);
        return _bound.TryGetValue(name, out var field) ? column.Value(field) : column.Absent();
    }

    /// <summary>A check that a column, which the file has, is not empty.</summary>
    public ValueCheck Required(string name)
    {
        var raw = SourceSql.Name(_bound[name].Name);
        return new ValueCheck(Header(name), raw, $"CASE WHEN {raw} IS NULL THEN 'is empty' END");
    }

    private static IEnumerable<ValueCheck> FormCheck(NativeColumn column, SourceField field)
    {
        var fault = column.Type switch
        {
            FocusType.Decimal => column.MayRound ? "rounded_fault" : "exact_fault",
            FocusType.DateTime => "instant_fault",
            FocusType.KeyValue => "map_fault",
            _ => null,
        };
        if (fault is not null)
        {
            yield return new ValueCheck(
                field.Header.Trim(),
                SourceSql.Name(field.Name),
                $"{fault}({SourceValue.Text(field)})"
            );
        }
    }
}
