using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Functions that are kept warm and never run warm.</summary>
internal static class BilledWarmFunction
{
    public static BilledRule Rule { get; } =
        new(
            new BilledPattern
            {
                Info = new(
                    "bill-warm-function",
                    "Idle provisioned concurrency, by the bill",
                    Category.Serverless,
                    "The bill has provisioned concurrency of a function and not a second of a run in it. Saves what keeping it warm costs."
                ),
                Matches = l => l.Has("Lambda-Provisioned-Concurrency"),
                Share = (_, _) => (1m, 1m),
                Kind = "Function",
                Title = _ => "End provisioned concurrency",
                Why = _ => "It is billed for being kept warm, and no run used that.",
                Excludes = "storage-class",
                Used = l => l.Has("Lambda-Provisioned-GB-Second"),
                Action = ActionKind.ScaleIn,
                Confidence = 0.7,
                Effort = Effort.VeryLow,
                Permissions =
                [
                    "lambda:ListProvisionedConcurrencyConfigs",
                    "lambda:DeleteProvisionedConcurrencyConfig",
                ],
                HowTo = l => new HowTo(
                    "AWS CLI",
                    $"aws lambda list-provisioned-concurrency-configs --function-name {l.ShortId()} --region {l.Region}\naws lambda delete-provisioned-concurrency-config --function-name {l.ShortId()} --qualifier VERSION --region {l.Region}"
                ),
            }
        );
}
