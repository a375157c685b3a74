using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Outlay.Kernel;
using Outlay.Optimization.Prices;
using Outlay.Optimization.Prices.Lists;
using Outlay.Optimization.Tests.Given;
using Outlay.State;
using Outlay.Testing;

namespace Outlay.Optimization.Tests.Prices.Lists;

/// <summary>Price lists in a state database of their own, on 24 November 2026.</summary>
internal sealed class GivenLists : IDisposable
{
    private readonly TestFolder _folder = new();

    public GivenLists()
    {
        var database = new StateDatabase(
            new DataFolder(_folder.File("data")),
            NullLogger<StateDatabase>.Instance
        );
        database.Migrate([new StateModule(typeof(OptimizationModule).Assembly)]);
        Store = new PriceListStore(database, new Clock());
        Lists = new PriceLists(Store);
    }

    public PriceLists Lists { get; }

    public PriceListStore Store { get; }

    public string Stamp => Store.Stamp();

    public PriceBook Book(decimal discount = 1m, params IReadOnlyList<ObservedPrice> observed) =>
        PriceBook.Of(observed, new GivenBills { Discount = discount }, Store);

    public async Task<Result<PriceList>> ImportAsync(
        string text,
        string name = "list",
        bool packed = false
    )
    {
        using var file = new MemoryStream(packed ? Pack(text) : Encoding.UTF8.GetBytes(text));
        return await Lists.ImportAsync(name, file, TestContext.Current.CancellationToken);
    }

    public static byte[] Pack(string text)
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return file.ToArray();
    }

    public void Dispose() => _folder.Dispose();

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    }
}
