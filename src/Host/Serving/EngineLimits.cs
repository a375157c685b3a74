using System.Globalization;
using Microsoft.Extensions.Options;
using Outlay.Engines.DuckDb.Lake;
using Outlay.Engines.DuckDb.Query;
using Outlay.Web;

namespace Outlay.Host.Serving;

/// <summary>Tells the Settings page the limits that the engines run under.</summary>
internal sealed class EngineLimits(IOptions<DuckDbOptions> query, IOptions<LakeEngineOptions> lake)
    : IConfigureOptions<WebOptions>
{
    public void Configure(WebOptions options)
    {
        Add("Memory of queries", query.Value.MemoryMb, "MB");
        Add("Queries at once", query.Value.MaxConcurrent, "");
        Add("Longest query", query.Value.TimeoutSeconds, "s");
        Add("Longest export", query.Value.ExportTimeoutSeconds, "s");
        Add("Memory of imports", lake.Value.MemoryMb, "MB");
        Add("Threads", Threads(query.Value.Threads), "");

        void Add(string name, int value, string unit) =>
            options.Limits.Add(
                new(name, string.Create(CultureInfo.InvariantCulture, $"{value:N0} {unit}").Trim())
            );
    }

    private static int Threads(int set) => set > 0 ? set : Environment.ProcessorCount;
}
