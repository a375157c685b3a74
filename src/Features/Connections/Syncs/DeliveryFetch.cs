using System.Globalization;
using Microsoft.Extensions.Options;
using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Connections.Syncs;

/// <summary>Brings the files of a delivery to this machine: some side by side, streamed to disk, each whole or not there.</summary>
internal sealed class DeliveryFetch(
    Retrying retrying,
    IOptions<SyncOptions> options,
    TimeProvider time
)
{
    private const int BufferSize = 256 * 1024;

    /// <summary>Fetches what is missing; the first problem that stands when retries are used up.</summary>
    public async Task<Problem?> FetchAsync(
        IConnector connector,
        SettingValues settings,
        RemoteDelivery delivery,
        string folder,
        SyncWatch watch,
        CancellationToken cancellationToken
    )
    {
        if (Crowded(delivery, folder) is { } crowded)
        {
            return crowded;
        }

        Problem? first = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await Parallel.ForEachAsync(
                delivery.Files,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = options.Value.ParallelDownloads,
                    CancellationToken = stop.Token,
                },
                async (file, token) =>
                {
                    var problem = await FetchAsync(
                        connector,
                        settings,
                        delivery.Period,
                        file,
                        folder,
                        watch,
                        token
                    );
                    if (problem is not null)
                    {
                        Interlocked.CompareExchange(ref first, problem, null);
                        await stop.CancelAsync();
                    }
                }
            );
        }
        catch (OperationCanceledException) when (first is not null)
        {
            // The other downloads were stopped because one failed for good; its problem is the answer.
        }

        return first;
    }

    private async Task<Problem?> FetchAsync(
        IConnector connector,
        SettingValues settings,
        BillingPeriod period,
        RemoteFile file,
        string folder,
        SyncWatch watch,
        CancellationToken cancellationToken
    )
    {
        var place = LandingFolder.Place(folder, file);
        if (!place.IsOk)
        {
            return place.Problem;
        }

        var here = new FileInfo(place.Value);
        if (here.Exists && (file.Bytes is null || file.Bytes == here.Length))
        {
            Count(watch, period, 1, here.Length);
            return null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(place.Value)!);
        try
        {
            var fetched = await retrying.RunAsync(
                token => OnceAsync(connector, settings, period, file, place.Value, watch, token),
                (problem, wait) => watch.Say(Waiting(file, problem, wait)),
                cancellationToken
            );
            if (!fetched.IsOk)
            {
                return fetched.Problem;
            }

            watch.Update(
                s =>
                    s with
                    {
                        PaidCalls = s.PaidCalls + fetched.Value.Count,
                        PriceUsd = s.PriceUsd + fetched.Value.PriceUsd,
                    },
                false
            );
            Count(watch, period, 1, 0);
            return null;
        }
        catch (LandingException e)
        {
            return new Problem(
                ProblemKind.Unavailable,
                $"{file.Name} cannot be written to {folder}: {e.InnerException!.Message}",
                "Make room on the disk of the data folder, then synchronise again; what is loaded stands."
            );
        }
    }

    private async Task<Result<PaidCalls>> OnceAsync(
        IConnector connector,
        SettingValues settings,
        BillingPeriod period,
        RemoteFile file,
        string place,
        SyncWatch watch,
        CancellationToken cancellationToken
    )
    {
        var part = LandingFolder.Part(place);
        var limit = options.Value.StallLimit;
        long counted = 0;
        using var stall = new CancellationTokenSource(limit, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            stall.Token,
            cancellationToken
        );
        Result<PaidCalls> fetched;
        try
        {
            fetched = await WriteAsync(
                part,
                bytes =>
                {
                    stall.CancelAfter(limit);
                    counted += bytes;
                    Count(watch, period, 0, bytes);
                },
                target => connector.FetchAsync(settings, file, target, stop.Token)
            );
        }
        catch (OperationCanceledException)
            when (stall.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            fetched = Stalled(file, limit);
        }

        if (fetched.IsOk && Short(file, new FileInfo(part).Length) is { } problem)
        {
            fetched = problem;
        }

        if (fetched.IsOk)
        {
            File.Move(part, place, overwrite: true);
        }
        else
        {
            Count(watch, period, 0, -counted);
        }

        return fetched;
    }

    private static async Task<Result<PaidCalls>> WriteAsync(
        string part,
        Action<long> written,
        Func<Stream, Task<Result<PaidCalls>>> fetch
    )
    {
        try
        {
            await using var disk = new FileStream(
                part,
                FileMode.Create,
                FileAccess.Write,
                FileShare.None,
                BufferSize,
                useAsync: true
            );
            await using var landing = new LandingStream(disk, written);
            var fetched = await fetch(landing);
            await landing.FlushAsync();
            if (landing.Failure is { } failure)
            {
                throw failure;
            }

            disk.Flush(flushToDisk: true);
            return fetched;
        }
        catch (IOException e)
        {
            // The line's own failures are problems already, so this is the disk's; what it took is of no use.
            File.Delete(part);
            throw new LandingException(e);
        }
    }

    private static Problem? Short(RemoteFile file, long length) =>
        file.Bytes is { } expected && expected != length
            ? new Problem(
                ProblemKind.Unavailable,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{file.Name} came with {length} bytes instead of {expected}."
                ),
                "The line broke, or the provider was still writing; the next sync tries again."
            )
            : null;

    private static Problem Stalled(RemoteFile file, TimeSpan limit) =>
        new(
            ProblemKind.Unavailable,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Nothing came of {file.Name} for {limit.TotalMinutes:0.#} minutes."
            ),
            "The provider or the line hangs; the next sync tries again."
        );

    private Problem? Crowded(RemoteDelivery delivery, string folder)
    {
        Directory.CreateDirectory(folder);
        var here = new DirectoryInfo(folder)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Sum(f => f.Length);
        var needed = delivery.Files.Sum(f => f.Bytes ?? 0) - here;
        var free = new DriveInfo(folder).AvailableFreeSpace;
        return needed + options.Value.KeepFreeBytes <= free
            ? null
            : new Problem(
                ProblemKind.Unavailable,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The files of {delivery.Period} need {needed / (1024 * 1024)} MB, and the disk of the data folder has {free / (1024 * 1024)} MB free, of which {options.Value.KeepFreeBytes / (1024 * 1024)} MB are left alone."
                ),
                "Make room on the disk of the data folder, then synchronise again; what is loaded stands."
            );
    }

    private static void Count(SyncWatch watch, BillingPeriod period, int files, long bytes) =>
        watch.Show(
            period,
            p =>
                p with
                {
                    FilesFetched = p.FilesFetched + files,
                    BytesFetched = p.BytesFetched + bytes,
                }
        );

    private static string Waiting(RemoteFile file, Problem problem, TimeSpan wait) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{file.Name}: {problem.Message} Trying again in {Math.Max(1, wait.TotalSeconds):0} s."
        );

    private sealed class LandingException(IOException cause) : Exception(cause.Message, cause);
}
