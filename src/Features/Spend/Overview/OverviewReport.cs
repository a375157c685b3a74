using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Spend.Overview;

/// <summary>The answers behind the Overview page; each panel stands or fails alone.</summary>
/// <param name="ByCloud">Spend by cloud over time against the period before.</param>
/// <param name="Rises">Services in accounts that grew most, largest rise first.</param>
/// <param name="Falls">Services in accounts that shrank most, largest fall first.</param>
/// <param name="Services">The largest services.</param>
/// <param name="Accounts">The largest accounts.</param>
/// <param name="RunRate">What the running month comes to.</param>
public sealed record OverviewReport(
    Result<CostTable> ByCloud,
    Result<CostTable> Rises,
    Result<CostTable> Falls,
    Result<CostTable> Services,
    Result<CostTable> Accounts,
    Result<RunRate> RunRate
);
