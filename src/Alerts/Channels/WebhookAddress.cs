using Outlay.Kernel;

namespace Outlay.Alerts.Channels;

/// <summary>The address of a webhook, which is a secret: whoever knows it may write there.</summary>
internal static class WebhookAddress
{
    public const string Name = "url";

    public static SettingField Field(string help) =>
        new(Name, "Webhook address", help) { Kind = FieldKind.Secret, IsRequired = true };

    public static IReadOnlyList<Problem> Check(SettingValues settings) =>
        SettingValues.IsSafe(settings[Name] ?? "")
            ? []
            :
            [
                new Problem(
                    ProblemKind.Invalid,
                    "The webhook address does not look like one.",
                    "Paste the whole address; it begins with https://.",
                    Name
                ),
            ];
}
