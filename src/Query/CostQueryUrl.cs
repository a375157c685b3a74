using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>
/// The URL query string of a <see cref="CostQuery"/>; also the vocabulary of the command line's options. Defaults are left out.
/// <c>period=mtd|last-month|7d|30d|90d|3m|6m|12m|qtd|ytd</c> or <c>from=2026-11-01&amp;to=2026-11-22</c> (both days in it);
/// <c>grain=day</c>, <c>metric=effective</c>, <c>currency=USD</c>, <c>groupBy=ServiceName&amp;groupBy=tag:team</c>;
/// <c>filter=ServiceName=Amazon EC2|AWS Lambda</c>, repeated for AND, with <c>filter=or</c> between the sets; operators
/// <c>=</c> is, <c>!=</c> is not, <c>~</c> contains, <c>^</c> starts with, <c>?</c> exists, <c>!?</c> empty; a backslash escapes
/// <c>\ | = ! ~ ^ ?</c> in names and <c>\ |</c> in values; <c>exclude=tax|credits|purchases</c> (repeated); <c>compare=prior</c> or
/// <c>compare=2026-10-01..2026-10-31</c>; <c>top=5</c>; <c>sort=-cost</c> (minus: descending) over cost, prior, change, percent, name;
/// <c>page=2</c>, <c>size=50</c>.
/// </summary>
public static class CostQueryUrl
{
    /// <summary>The parameters in a stable order, unescaped.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Parameters(CostQuery query) =>
        throw new NotSupportedException();

    /// <summary>The query string without a question mark, escaped; empty for the default query.</summary>
    public static string Format(CostQuery query) => throw new NotSupportedException();

    /// <summary>Reads parameters; names it does not know are left alone. A wrong value is a problem that names it.</summary>
    public static Result<CostQuery> Parse(IEnumerable<KeyValuePair<string, string>> parameters) =>
        throw new NotSupportedException();
}
