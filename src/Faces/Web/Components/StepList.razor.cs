using Microsoft.AspNetCore.Components;
using Outlay.Kernel;

namespace Outlay.Web.Components;

/// <summary>The steps of a test, each with what it found or what stood in its way.</summary>
public sealed partial class StepList
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The steps.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TestStep> Steps { get; set; } = [];

    /// <summary>Runs a test for as long as a person waits; a call that does not answer is the last step.</summary>
    public static async Task<IReadOnlyList<TestStep>> CollectAsync(
        Func<CancellationToken, IAsyncEnumerable<TestStep>> test
    )
    {
        var steps = new List<TestStep>();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await foreach (var step in test(patience.Token))
            {
                steps.Add(step);
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            steps.Add(
                new TestStep(
                    "The next call",
                    null,
                    new Problem(
                        ProblemKind.Unavailable,
                        $"No answer within {Patience.TotalSeconds:0} seconds.",
                        "Check network, proxy and firewall between this machine and the provider."
                    )
                )
            );
        }

        return steps;
    }
}
