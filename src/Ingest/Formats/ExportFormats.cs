using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Ingest.Formats;

/// <summary>Finds the format of a file among those that are registered.</summary>
internal sealed class ExportFormats(IEnumerable<IExportFormat> formats)
{
    private const int ShownHeaders = 6;

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
            "Bring AWS cost and usage reports, Azure cost details, Google Cloud billing exports, or FOCUS files with columns such as BilledCost and ChargePeriodStart."
        );
    }
}
