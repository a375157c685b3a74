using System.Globalization;
using Outlay.Kernel;

namespace Outlay.Optimization.Findings;

/// <summary>What a person decides of findings.</summary>
/// <param name="State">The new state.</param>
/// <param name="Until">The last day that it is put off until, or the day it is planned for.</param>
/// <param name="Note">Why, or who does it.</param>
public sealed record Decision(FindingState State, DateOnly? Until = null, string? Note = null)
{
    private const int LongestNote = 500;

    /// <summary>What was said, for the history.</summary>
    public string Words =>
        State switch
        {
            FindingState.Snoozed => string.Create(
                CultureInfo.InvariantCulture,
                $"Snoozed until {Until:yyyy-MM-dd}"
            ),
            FindingState.Planned when Until is not null => string.Create(
                CultureInfo.InvariantCulture,
                $"Planned for {Until:yyyy-MM-dd}"
            ),
            FindingState.Open => "Opened again",
            _ => State.ToString(),
        };

    /// <summary>Reads what a person typed.</summary>
    /// <param name="action"><c>open</c>, <c>snooze</c>, <c>dismiss</c>, <c>plan</c> or <c>done</c>.</param>
    /// <param name="until">A day; needed to snooze.</param>
    /// <param name="note">A reason; needed to dismiss.</param>
    /// <param name="today">Today, UTC.</param>
    public static Result<Decision> Read(string? action, string? until, string? note, DateOnly today)
    {
        FindingState? state = action?.Trim().ToUpperInvariant() switch
        {
            "OPEN" => FindingState.Open,
            "SNOOZE" => FindingState.Snoozed,
            "DISMISS" => FindingState.Dismissed,
            "PLAN" => FindingState.Planned,
            "DONE" => FindingState.Done,
            _ => null,
        };
        if (state is null)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"'{action}' is nothing that can be decided.",
                "Write open, snooze, dismiss, plan or done.",
                "action"
            );
        }

        var words = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (words?.Length > LongestNote)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"The note is longer than {LongestNote} characters.",
                "Shorten it.",
                "note"
            );
        }

        if (state == FindingState.Dismissed && words is null)
        {
            return new Problem(
                ProblemKind.Invalid,
                "A dismissal needs a reason.",
                "Write why, so that the next one who looks need not ask.",
                "note"
            );
        }

        var takesDay = state is FindingState.Snoozed or FindingState.Planned;
        return takesDay && (state == FindingState.Snoozed || !string.IsNullOrWhiteSpace(until))
            ? WithDay(state.Value, until, words, today)
            : new Decision(state.Value, null, words);
    }

    private static Result<Decision> WithDay(
        FindingState state,
        string? until,
        string? note,
        DateOnly today
    ) =>
        DateOnly.TryParseExact(
            until?.Trim(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
        && day >= today
            ? new Decision(state, day, note)
            : new Problem(
                ProblemKind.Invalid,
                $"'{until}' is no day to come.",
                "Write a day that is not past, such as 2027-01-31.",
                "until"
            );
}
