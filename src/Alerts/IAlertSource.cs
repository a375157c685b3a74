using Outlay.Kernel;

namespace Outlay.Alerts;

/// <summary>
/// Says what holds now of the kinds that it knows. It remembers nothing: the book tells what is new, what goes on and what has ended.
/// </summary>
public interface IAlertSource
{
    /// <summary>The kinds of alert it raises; no other source raises them.</summary>
    IReadOnlyList<AlertKind> Kinds { get; }

    /// <summary>Everything that holds now; a problem leaves its alerts as they stand.</summary>
    Task<Result<IReadOnlyList<AlertFact>>> HoldsAsync(CancellationToken cancellationToken);
}
