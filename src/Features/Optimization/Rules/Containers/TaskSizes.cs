namespace Outlay.Optimization.Rules.Containers;

/// <summary>The sizes that AWS Fargate offers to a task: processors in units of 1/1024 with the memory that each may have, MiB.</summary>
public static class TaskSizes
{
    private static readonly (int Cpu, int From, int To, int Step)[] Ranges =
    [
        (512, 1024, 4096, 1024),
        (1024, 2048, 8192, 1024),
        (2048, 4096, 16384, 1024),
        (4096, 8192, 30720, 1024),
        (8192, 16384, 61440, 4096),
        (16384, 32768, 122880, 8192),
    ];

    /// <summary>All pairs, smallest first.</summary>
    public static IReadOnlyList<(int Cpu, int Mib)> All { get; } =
    [
        (256, 512),
        (256, 1024),
        (256, 2048),
        .. Ranges.SelectMany(r =>
            Enumerable
                .Range(0, (r.To - r.From) / r.Step + 1)
                .Select(i => (r.Cpu, r.From + i * r.Step))
        ),
    ];
}
