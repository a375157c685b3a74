using DuckDB.NET.Data;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>What an instance needs beyond its limits to read sources and write charges.</summary>
internal static class LakeInstance
{
    public static void Prepare(DuckDBConnection connection)
    {
        // Order costs memory and means nothing in a bill; the diagnosis, which numbers rows, asks for it.
        connection.Execute("SET preserve_insertion_order = false", CancellationToken.None);
        NormalisationFunctions.Create(connection);
    }
}
