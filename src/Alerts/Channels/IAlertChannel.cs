using Outlay.Kernel;

namespace Outlay.Alerts.Channels;

/// <summary>
/// A way to tell people. It sends once and says how that went; when to send, and how often to try again, is not its business. A failure
/// that may pass by itself is of kind <see cref="ProblemKind.Unavailable"/>. A secret never appears in a problem.
/// </summary>
public interface IAlertChannel
{
    /// <summary>Short name that never changes, such as <c>slack</c>.</summary>
    string Kind { get; }

    /// <summary>What people call it.</summary>
    string Title { get; }

    /// <summary>One sentence: what it needs.</summary>
    string Summary { get; }

    /// <summary>What must be set, in the order a person fills it in.</summary>
    IReadOnlyList<SettingField> Fields { get; }

    /// <summary>What is wrong with the settings as such.</summary>
    IReadOnlyList<Problem> Check(SettingValues settings);

    /// <summary>Sends a message.</summary>
    /// <returns>What the other side said, in a few words.</returns>
    Task<Result<string>> SendAsync(
        SettingValues settings,
        AlertMessage message,
        CancellationToken cancellationToken
    );
}
