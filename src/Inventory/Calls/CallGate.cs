namespace Outlay.Inventory.Calls;

/// <summary>
/// How many calls of a service in a region of an account go out at once: half as many after one was turned away, one more after a
/// run of good ones (additive increase, multiplicative decrease), as clouds count calls by account, region and service.
/// </summary>
/// <param name="most">Never more than this.</param>
public sealed class CallGate(int most)
{
    private readonly int _most = most;
    private const int GoodOnes = 10;
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = [];
    private int _limit = most;
    private int _out;
    private int _good;

    /// <summary>Waits for a place.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (_out < _limit)
            {
                _out++;
                return;
            }

            turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
        }

        await using var ended = cancellationToken.Register(() =>
            turn.TrySetCanceled(cancellationToken)
        );
        await turn.Task;
    }

    /// <summary>Gives the place back.</summary>
    public void Leave(bool throttled)
    {
        lock (_lock)
        {
            _out--;
            _good = throttled ? 0 : _good + 1;
            if (throttled)
            {
                _limit = Math.Max(1, _limit / 2);
            }
            else if (_good % GoodOnes == 0)
            {
                _limit = Math.Min(_most, _limit + 1);
            }

            while (_out < _limit && _waiting.TryDequeue(out var turn))
            {
                if (turn.TrySetResult())
                {
                    _out++;
                }
            }
        }
    }
}
