using Outlay.Kernel;

namespace Outlay.Focus.Conformance;

/// <summary>Checks a file against the FOCUS rules of its version.</summary>
public interface IConformanceChecker
{
    /// <summary>
    /// Checks a CSV, CSV.gz or Parquet file. The problem, if there is one, names the file, why it cannot be checked and what to do:
    /// it is missing, empty, unreadable, or no FOCUS CostAndUsage dataset.
    /// </summary>
    Task<Result<ConformanceReport>> CheckAsync(string path, CancellationToken cancellationToken);
}
