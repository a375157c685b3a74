namespace Outlay.Cli;

/// <summary>The composed program over one data folder.</summary>
/// <param name="DataFolder">Absolute path.</param>
/// <param name="Services">What it is composed of.</param>
/// <param name="Owner">Ends it.</param>
public sealed record OpenProgram(
    string DataFolder,
    IServiceProvider Services,
    IAsyncDisposable Owner
) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Owner.DisposeAsync();
}
