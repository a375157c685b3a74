namespace Outlay.Kernel;

/// <summary>What kind of thing went wrong; each face maps the kind once (HTTP status, exit code, MCP error, message bar).</summary>
public enum ProblemKind
{
    /// <summary>The input is wrong; the message says where and what to write instead.</summary>
    Invalid,

    /// <summary>The named thing does not exist.</summary>
    NotFound,

    /// <summary>It clashes with what stands or runs now.</summary>
    Conflict,

    /// <summary>The caller may not do it.</summary>
    Forbidden,

    /// <summary>It cannot be answered now: a limit, a timeout, a full disk.</summary>
    Unavailable,
}

/// <summary>An expected failure, worded for the person who can mend it.</summary>
/// <param name="Kind">What kind of failure.</param>
/// <param name="Message">What is wrong, in one sentence, and where (file, row, column or setting).</param>
/// <param name="Fix">What to do about it; null when the message says it.</param>
/// <param name="Field">The input field or setting that is wrong, when there is one.</param>
public sealed record Problem(
    ProblemKind Kind,
    string Message,
    string? Fix = null,
    string? Field = null
)
{
    /// <summary>Message and fix on one line.</summary>
    public override string ToString() => Fix is null ? Message : $"{Message} {Fix}";
}
