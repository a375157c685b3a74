namespace Outlay.Inventory.Calls;

/// <summary>What a call that failed says of calling again; an exception of a cloud's client carries it.</summary>
public interface ICallFailure
{
    /// <summary>Whether the same call may work in a moment.</summary>
    bool IsPassing { get; }

    /// <summary>Whether the call was turned away as one too many.</summary>
    bool IsThrottled { get; }

    /// <summary>How long the cloud asks to wait; null when it does not say.</summary>
    TimeSpan? RetryAfter { get; }
}
