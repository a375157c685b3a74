namespace Outlay.Commitments.Plans;

/// <summary>
/// Kind of a commitment, in the order in which clouds use them up within an hour: reservations first, then plans bound to a family of one
/// region, then plans over all compute, then others. Source: AWS, "How Savings Plans apply to your usage".
/// </summary>
public enum PlanKind
{
    /// <summary>A whole number of machines of a type, or of a family when sizes may be exchanged.</summary>
    Reservation,

    /// <summary>Money an hour for one family of machines in one region.</summary>
    Ec2Instance,

    /// <summary>Money an hour for compute of all families and regions.</summary>
    Compute,

    /// <summary>Money an hour for the products that a filter names.</summary>
    Generic,
}
