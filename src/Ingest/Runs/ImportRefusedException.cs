using Outlay.Kernel;

namespace Outlay.Ingest.Runs;

/// <summary>Carries the problem that ends a run before it has begun.</summary>
internal sealed class ImportRefusedException(Problem problem) : Exception(problem.ToString())
{
    public Problem Problem { get; } = problem;
}
