using Outlay.Kernel;
using Outlay.Query;
using Outlay.State;

namespace Outlay.Spend.Export;

/// <summary>Gives all charges behind a query as a FOCUS file.</summary>
public sealed class ChargeExport(IQueryEngine engine, DataFolder folder)
{
    private const int Buffer = 1 << 16;

    /// <summary>The file as a stream; disposing it deletes the file.</summary>
    public async Task<Result<Stream>> OpenAsync(
        CostQuery query,
        ChargeFormat format,
        CancellationToken cancellationToken
    )
    {
        var path = Path.Combine(folder.Temp, $"export-{Guid.NewGuid():N}");
        var opened = false;
        try
        {
            var written = await engine.ExportAsync(query, format, path, cancellationToken);
            if (!written.IsOk)
            {
                return written.Problem;
            }

            var stream = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read | FileShare.Delete,
                Buffer,
                FileOptions.Asynchronous | FileOptions.SequentialScan | FileOptions.DeleteOnClose
            );
            opened = true;
            return stream;
        }
        finally
        {
            if (!opened)
            {
                File.Delete(path);
            }
        }
    }
}
