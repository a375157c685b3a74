using System.Text.Json.Serialization;

namespace Outlay.Optimization.Recommendations;

/// <summary>A change that saves money, with what speaks for it. It is made anew by each scan; <see cref="Key"/> is the same each time.</summary>
public sealed record Recommendation
{
    /// <summary>The rule that found it.</summary>
    public required string Rule { get; init; }

    /// <summary>What to do.</summary>
    public required ActionKind Action { get; init; }

    /// <summary>What it changes.</summary>
    public required Subject Subject { get; init; }

    /// <summary>One line that says what to do, such as <c>Resize m5.4xlarge to m5.2xlarge</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What is there now, such as <c>m5.4xlarge, 16 vCPU, 64 GiB</c>.</summary>
    public required string Current { get; init; }

    /// <summary>What should be there; null when nothing should.</summary>
    public string? Proposed { get; init; }

    /// <summary>Currency of the amounts.</summary>
    public required string Currency { get; init; }

    /// <summary>What it costs now in a month of 730 hours, after discounts as the bill has them.</summary>
    public required decimal MonthlyCost { get; init; }

    /// <summary>What the change saves in a month of 730 hours, taken alone, after discounts: at most <see cref="MonthlyCost"/>, above 0 unless it is upkeep.</summary>
    public required decimal MonthlySaving { get; init; }

    /// <summary>Whether it keeps something in order and saves nothing: then it is shown whatever the least saving is.</summary>
    public bool IsUpkeep { get; init; }

    /// <summary>The same at list prices; null when they are not known.</summary>
    public decimal? MonthlySavingAtList { get; init; }

    /// <summary>The least and the most that it may save, when that cannot be told more exactly.</summary>
    public (decimal Least, decimal Most)? Range { get; init; }

    /// <summary>Where the prices come from.</summary>
    public required PriceSource Prices { get; init; }

    /// <summary>How sure it is, 0 to 1: data there is, days of it, stability of the load.</summary>
    public required double Confidence { get; init; }

    /// <summary>How likely the change hurts: 0 (not) to 4 (likely).</summary>
    public required int Risk { get; init; }

    /// <summary>How much work it is.</summary>
    public required Effort Effort { get; init; }

    /// <summary>Whether something restarts.</summary>
    public bool NeedsRestart { get; init; }

    /// <summary>Whether it can be undone.</summary>
    public bool CanRollBack { get; init; } = true;

    /// <summary>Why, in one sentence with numbers.</summary>
    public required string Why { get; init; }

    /// <summary>What was measured, and what it was held against.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Other changes that would do, best first; at most three with this one.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    /// <summary>Commands to copy, and what to look at before.</summary>
    public IReadOnlyList<HowTo> HowTo { get; init; } = [];

    /// <summary>Permissions that making the change needs, such as <c>ec2:ModifyInstanceAttribute</c>.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>
    /// What it changes of the resource; of two that share one, only one may count: <c>life</c> (delete, stop), <c>hours</c> (schedule),
    /// <c>size</c> (size, family, architecture), <c>storage-class</c>, <c>purchase</c> (Spot, commitment), <c>upkeep</c>.
    /// </summary>
    public required string Excludes { get; init; }

    /// <summary>Full names of other resources that go with it, such as the disks of a machine: then nothing else of them counts.</summary>
    public IReadOnlyList<string> Ends { get; init; } = [];

    /// <summary>The rule and what it changes: the same in each scan.</summary>
    public string Key => $"{Rule}|{Subject.Name}";
}

/// <summary>What a recommendation changes.</summary>
/// <param name="Name">Full name that is the same nowhere else, as the inventory or the bill has it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Kind">What it is, such as <c>Virtual machine</c>.</param>
/// <param name="Provider">The provider as FOCUS data has it.</param>
/// <param name="AccountId">FOCUS SubAccountId.</param>
/// <param name="Region">FOCUS RegionId; null when it has none.</param>
/// <param name="BillId">FOCUS ResourceId as bills have it; null when the bill has no resource for it.</param>
public sealed record Subject(
    string Name,
    string Label,
    string Kind,
    string Provider,
    string AccountId,
    string? Region,
    string? BillId
)
{
    /// <summary>Whether the name is made of parts, as no resource stands behind it: an account as a whole, a purchase.</summary>
    [JsonIgnore]
    public bool IsMade => Name.Contains('|', StringComparison.Ordinal);

    /// <summary>Name of the account, when it is known.</summary>
    public string? AccountName { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } =
        new Dictionary<string, string>();
}

/// <summary>Something that was measured.</summary>
/// <param name="Name">What, such as <c>Processor, 99.5th percentile of 5 minutes</c>.</param>
/// <param name="Value">The value with its unit, as people read it.</param>
/// <param name="Bound">What it was held against; null when it only informs.</param>
public sealed record Evidence(string Name, string Value, string? Bound = null)
{
    /// <summary>Its days, oldest first, for a small chart; empty when there are none.</summary>
    public IReadOnlyList<double> Days { get; init; } = [];
}

/// <summary>Another change that would do.</summary>
/// <param name="Proposed">What would be there.</param>
/// <param name="MonthlySaving">What it saves in a month.</param>
/// <param name="Risk">0 to 4.</param>
/// <param name="Note">What is different about it.</param>
public sealed record Alternative(string Proposed, decimal MonthlySaving, int Risk, string Note);

/// <summary>Something to copy.</summary>
/// <param name="Title">Where it goes, such as <c>AWS CLI</c> or <c>Terraform</c>.</param>
/// <param name="Text">The text with the resource's own names.</param>
public sealed record HowTo(string Title, string Text);

/// <summary>What to do, in the words of AWS Cost Optimization Hub as far as it has one.</summary>
public enum ActionKind
{
    /// <summary>Take another size.</summary>
    Rightsize,

    /// <summary>Stop it.</summary>
    Stop,

    /// <summary>Run it only in some hours.</summary>
    Schedule,

    /// <summary>Delete it.</summary>
    Delete,

    /// <summary>Take a newer generation, type or class.</summary>
    Upgrade,

    /// <summary>Take processors of another architecture.</summary>
    MigrateToArm,

    /// <summary>Keep fewer of them.</summary>
    ScaleIn,

    /// <summary>Use capacity that can be taken away.</summary>
    UseSpot,

    /// <summary>Buy a Savings Plan or committed use.</summary>
    PurchaseSavingsPlan,

    /// <summary>Buy a reservation.</summary>
    PurchaseReservation,

    /// <summary>Look at it: what it saves depends on what only people know.</summary>
    Review,
}

/// <summary>How much work a change is.</summary>
public enum Effort
{
    /// <summary>A setting, without a restart.</summary>
    VeryLow,

    /// <summary>A setting and a restart.</summary>
    Low,

    /// <summary>A change that wants a test.</summary>
    Medium,

    /// <summary>A migration.</summary>
    High,

    /// <summary>A rebuild.</summary>
    VeryHigh,
}

/// <summary>Where prices come from, the most trusted first.</summary>
public enum PriceSource
{
    /// <summary>The user's own bill of that very thing.</summary>
    Bill,

    /// <summary>The user's own bill of the like, scaled.</summary>
    BillDerived,

    /// <summary>List prices with the discount that the user's bill shows.</summary>
    DiscountedList,

    /// <summary>List prices.</summary>
    List,

    /// <summary>A price list that the organisation keeps.</summary>
    PriceList,
}
