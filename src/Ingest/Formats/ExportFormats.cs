using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Ingest.Formats;

/// <summary>Finds the format of a file among those that are registered.</summary>
public sealed class ExportFormats(IEnumerable<IExportFormat> formats)
{
    /// <summary>The <see cref="Problem.Field"/> of the problem that no format knows a file.</summary>
    public const string UnknownField = "format";

    private const int ShownHeaders = 6;

    /// <summary>How a file becomes charges, by the first format that knows it.</summary>
    public Result<Normalisation> Plan(SourceShape shape, FormatOptions options)
    {
        foreach (var format in formats)
        {
            if (format.Plan(shape, options) is { } plan)
            {
                return plan;
            }
        }

        var headers = string.Join(
            ", ",
            shape.Fields.Take(ShownHeaders).Select(f => f.Header.Trim())
        );
        return new Problem(
            ProblemKind.Invalid,
            $"{Path.GetFileName(shape.Path)} is no billing export that Outlay knows: its header begins with {headers}.",
            "Bring AWS cost and usage reports, Azure cost details, Google Cloud billing exports, Oracle Cloud cost reports, or FOCUS files. For any other table of costs, say in Setup which column is what.",
            UnknownField
        );
    }
}
