using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>The JSON form of a <see cref="CostQuery"/>: the body of the REST call and the input of the MCP tool.</summary>
public static class CostQueryJson
{
    /// <summary>Writes every field that differs from the default.</summary>
    public static string Format(CostQuery query) => throw new NotSupportedException();

    /// <summary>Reads it; a wrong field is a problem that names it.</summary>
    public static Result<CostQuery> Parse(string json) => throw new NotSupportedException();
}
