namespace Outlay.Inventory.Calls;

/// <summary>Counts calls, those turned away and what they cost.</summary>
public sealed class CallLedger
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Account, string Region, string Call), ApiCalls> _calls = [];
    private int _total;

    /// <summary>All calls so far.</summary>
    public int Total => Volatile.Read(ref _total);

    /// <summary>The calls by account, region and operation.</summary>
    public IReadOnlyList<ApiCalls> All
    {
        get
        {
            lock (_lock)
            {
                return
                [
                    .. _calls
                        .Values.OrderBy(c => c.AccountId, StringComparer.Ordinal)
                        .ThenBy(c => c.Region, StringComparer.Ordinal)
                        .ThenBy(c => c.Operation, StringComparer.Ordinal),
                ];
            }
        }
    }

    /// <summary>Notes a call that went out.</summary>
    public void Made(string account, string region, string call)
    {
        Interlocked.Increment(ref _total);
        Change(account, region, call, c => c with { Count = c.Count + 1 });
    }

    /// <summary>Notes that a call was turned away.</summary>
    public void Throttled(string account, string region, string call) =>
        Change(account, region, call, c => c with { Throttled = c.Throttled + 1 });

    /// <summary>Notes what a call cost.</summary>
    public void Paid(string account, string region, string call, decimal usd) =>
        Change(account, region, call, c => c with { PriceUsd = c.PriceUsd + usd });

    private void Change(string account, string region, string call, Func<ApiCalls, ApiCalls> change)
    {
        lock (_lock)
        {
            var key = (account, region, call);
            _calls[key] = change(
                _calls.GetValueOrDefault(key) ?? new ApiCalls(account, region, call, 0, 0, 0m)
            );
        }
    }
}
