using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Plans;

/// <summary>The lines that a plan may cover; what is null does not narrow it.</summary>
/// <param name="Products">Products, such as <c>ec2</c>.</param>
/// <param name="Region">Region.</param>
/// <param name="Family">Family of machines.</param>
/// <param name="Type">Type of machine.</param>
public sealed record PlanScope(
    IReadOnlySet<string>? Products = null,
    string? Region = null,
    string? Family = null,
    string? Type = null
)
{
    /// <summary>Every line.</summary>
    public static readonly PlanScope Everything = new();

    /// <summary>Whether a line lies within.</summary>
    public bool Covers(UsageLine line) =>
        (Products is null || Products.Contains(line.Product))
        && (Region is null || Region == line.Region)
        && (Family is null || Family == line.Family)
        && (Type is null || Type == line.Type);
}
