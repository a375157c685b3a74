using Microsoft.AspNetCore.Components;
using Outlay.Ingest;
using Outlay.Lake;

namespace Outlay.Web.Connections;

/// <summary>The body of a run's page.</summary>
public sealed partial class RunView
{
    private const int MostFiles = 500;

    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public required ImportRun Run { get; set; }

    /// <summary>Its loads that readers see.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Load> Loads { get; set; } = [];

    /// <summary>Now.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    private ImportProgress Progress => ImportProgress.Of(Run, Now);

    private List<(int Index, ImportFile File)> Files =>
        [
            .. Run
                .Files.Index()
                .OrderBy(f => f.Item.Cause is null)
                .ThenBy(f => f.Index)
                .Take(MostFiles),
        ];
}
