using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Charges for versions past their standard support.</summary>
internal static class BilledExtendedSupport
{
    public static BilledRule Rule { get; } =
        new(
            new BilledPattern
            {
                Info = new(
                    "bill-extended-support",
                    "Extended support",
                    Category.Databases,
                    "A database, cache, search domain or Kubernetes cluster runs a version past its standard support, and the bill says what that costs. Saves that charge."
                ),
                Matches = l =>
                    l.Says("ExtendedSupport")
                    || l.Says("Extended Support")
                    || l.Says("Long Term Support"),
                Share = (_, _) => (1m, 1m),
                Kind = "Managed service",
                Title = l => $"Upgrade: extended support of {l.Service}",
                Why = _ => "Its version is past standard support, for which each hour is charged.",
                Excludes = "support",
                Action = ActionKind.Upgrade,
                Confidence = 0.9,
                Risk = 3,
                Effort = Effort.High,
                NeedsRestart = true,
            }
        );
}
