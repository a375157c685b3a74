using Outlay.Kernel;

namespace Outlay.Cli;

/// <summary>How the program ends, for scripts.</summary>
public static class ExitCodes
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;
    public const int NotFound = 3;
    public const int Conflict = 4;
    public const int Unavailable = 5;

    /// <summary>What each code means, as help prints it.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Ok, "done"),
        (Failed, "failed, or validate found errors"),
        (WrongUse, "wrong use: an option, a value or a setting"),
        (NotFound, "a file, a folder or a load is not there"),
        (Conflict, "it clashes with what stands or runs now"),
        (Unavailable, "a limit, a timeout, a port or a disk stood in the way"),
    ];

    public static int Of(ProblemKind kind) =>
        kind switch
        {
            ProblemKind.Invalid => WrongUse,
            ProblemKind.NotFound => NotFound,
            ProblemKind.Conflict => Conflict,
            ProblemKind.Forbidden => Failed,
            ProblemKind.Unavailable => Unavailable,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
