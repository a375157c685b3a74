using DuckDB.NET.Data;

namespace Outlay.Engines.DuckDb;

/// <summary>
/// Interrupts a command when its token is cancelled. An interrupt that comes just before the statement starts is lost in DuckDB, so
/// it is repeated until the statement ends.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly DuckDBCommand _command;
    private readonly Lock _lock = new();
    private readonly Timer _timer;
    private readonly CancellationTokenRegistration _registration;
    private bool _over;

    public Interruption(DuckDBCommand command, CancellationToken cancellationToken)
    {
        _command = command;
        _timer = new Timer(_ => Interrupt());
        _registration = cancellationToken.Register(() => _timer.Change(TimeSpan.Zero, Pause));
    }

    public void Dispose()
    {
        _registration.Dispose();
        lock (_lock)
        {
            _over = true;
        }

        _timer.Dispose();
    }

    private void Interrupt()
    {
        lock (_lock)
        {
            if (!_over)
            {
                _command.Cancel();
            }
        }
    }
}
