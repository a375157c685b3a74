namespace Outlay.Testing.AwsSeed;

/// <summary>An organisation of two accounts that a test can scan, with what they hold.</summary>
/// <param name="Address">Where moto listens.</param>
/// <param name="OwnAccount">The account that is signed in to.</param>
/// <param name="MemberAccount">The account that a role is assumed in.</param>
/// <param name="Region">The region where most things are.</param>
/// <param name="OtherRegion">The region of the member account's few things.</param>
public sealed record SeededAws(
    string Address,
    string OwnAccount,
    string MemberAccount,
    string Region,
    string OtherRegion
)
{
    public const int Machines = 50;
    public const int StoppedMachines = 8;
    public const int LooseDisks = 6;
    public const int Addresses = 4;
    public const int Functions = 4;
    public const int Services = 3;
    public const int Databases = 3;
    public const int MemberMachines = 5;

    /// <summary>Machines of the own account that have metrics, busy ones and an idle one.</summary>
    public IReadOnlyList<string> Measured { get; init; } = [];

    /// <summary>Settings of a scan of it.</summary>
    public Dictionary<string, string> Settings(string? address = null) =>
        new(StringComparer.Ordinal)
        {
            ["access"] = "key",
            ["access-key"] = "AKIATEST",
            ["secret-key"] = "very-secret",
            ["endpoint"] = address ?? Address,
            ["scope"] = "organization",
            ["regions"] = $"{Region}, {OtherRegion}",
        };
}
