using Outlay.Focus.Conformance;
using Outlay.Kernel;
using Outlay.Lake;

namespace Outlay.Connections;

/// <summary>A load and what is known about it.</summary>
/// <param name="Load">The load.</param>
/// <param name="Versions">All kept versions of its period, newest first, itself included.</param>
/// <param name="Restatement">Difference to the version before it, by service and account, largest first; empty without one.</param>
/// <param name="Days">The days of its billing period and how complete they look; empty without usage.</param>
/// <param name="Findings">Conformance of its source files; null while the check has not run.</param>
public sealed record LoadDetail(
    Load Load,
    IReadOnlyList<Load> Versions,
    IReadOnlyList<RestatedAmount> Restatement,
    IReadOnlyList<LoadDay> Days,
    IReadOnlyList<ConformanceReport>? Findings
);

/// <summary>What one service in one account cost in two versions of a period.</summary>
/// <param name="ServiceName">Service.</param>
/// <param name="SubAccountName">Account; null when charges have none.</param>
/// <param name="Currency">Billing currency.</param>
/// <param name="Before">BilledCost in the former version.</param>
/// <param name="After">BilledCost in this version.</param>
public sealed record RestatedAmount(
    string? ServiceName,
    string? SubAccountName,
    Currency Currency,
    decimal Before,
    decimal After
);
