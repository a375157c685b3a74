using Microsoft.Extensions.Options;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Lake.Sources;

namespace Outlay.Ingest.Runs;

/// <summary>Writes a delivery's charges, verifies them against their source, and publishes them.</summary>
internal sealed class DeliveryLoader(
    ILakeEngine engine,
    ILoadPublisher publisher,
    BadRowPolicy badRows,
    IOptions<IngestOptions> options,
    TimeProvider time
)
{
    /// <summary>Loads one delivery; its files are written for all pending deliveries they take part in.</summary>
    public async Task<Result<Load>> LoadAsync(
        Delivery delivery,
        IReadOnlyList<Delivery> pending,
        RunWatch watch,
        CancellationToken cancellationToken
    )
    {
        foreach (var file in delivery.Files.Where(f => !f.IsWritten))
        {
            watch.Say($"Writing {file.Name}");
            var start = time.GetTimestamp();
            var problem = await WriteAsync(
                file,
                [.. pending.Where(d => d.Files.Contains(file))],
                watch,
                cancellationToken
            );
            file.Elapsed += time.GetElapsedTime(start);
            watch.Written(file);
            if (problem is not null)
            {
                file.Problem = problem;
                return problem;
            }

            file.IsWritten = true;
        }

        watch.Say($"Publishing {delivery.Period} of {delivery.Connection}");
        return await PublishAsync(delivery, watch.Run.Id, cancellationToken);
    }

    private async Task<Problem?> WriteAsync(
        IncomingFile file,
        IReadOnlyList<Delivery> deliveries,
        RunWatch watch,
        CancellationToken cancellationToken
    )
    {
        foreach (var delivery in deliveries)
        {
            delivery.Folder ??= publisher.Prepare(delivery.Connection, delivery.Period);
        }

        var targets = deliveries
            .Select(d => new ChargeTarget(d.Period, d.ChargeFile(file), d.ExtraColumns))
            .ToList();
        var written = await engine.WriteAsync(
            file.Source!,
            targets,
            watch.Writing(file),
            cancellationToken
        );
        if (written.IsOk || written.Problem.Field != Source.BadRowsField)
        {
            return written.Problem;
        }

        foreach (var target in targets)
        {
            File.Delete(target.Path);
        }

        if (await badRows.ApplyAsync(file, watch.Run, cancellationToken) is { } refused)
        {
            return refused;
        }

        var again = await engine.WriteAsync(file.Source!, targets, null, cancellationToken);
        return again.Problem;
    }

    private async Task<Result<Load>> PublishAsync(
        Delivery delivery,
        long runId,
        CancellationToken cancellationToken
    )
    {
        var folder = delivery.Folder!;
        var charges = delivery.Files.Select(delivery.ChargeFile).ToList();
        var facts = await engine.FactsAsync(charges, cancellationToken);
        var totals = ControlTotals.Of(delivery, facts.Totals);
        if (totals.FirstOrDefault(t => !t.Agrees) is { } wrong)
        {
            return ControlTotals.Disagree(delivery, wrong);
        }

        if (delivery.ExtraColumns.Contains(CommitmentBalance.DueColumn, StringComparer.Ordinal))
        {
            var unbalanced = await engine.UnbalancedAsync(charges, cancellationToken);
            if (unbalanced.Count > 0)
            {
                return ControlTotals.Unbalanced(delivery, unbalanced);
            }
        }

        var rollup = Path.Combine(folder.Path, "daily.parquet");
        var tagKeys = RollupTags.Choose(facts.Tags);
        var rolled = await engine.RollUpAsync(charges, rollup, tagKeys, cancellationToken);
        if (!rolled.SequenceEqual(facts.Totals))
        {
            return ControlTotals.RollupDisagrees(delivery);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var draft = new Load
        {
            Id = 0,
            Connection = delivery.Connection,
            Period = delivery.Period,
            Version = folder.Version,
            State = LoadState.Published,
            PublishedAt = default,
            RunId = runId,
            Format = string.Join(
                ", ",
                delivery.Files.Select(f => f.Source!.Normalisation.Format).Distinct().Order()
            ),
            Rows = facts.Totals.Sum(t => t.Rows),
            Bytes = charges.Append(rollup).Sum(f => new FileInfo(f).Length),
            FirstChargeDay = facts.FirstDay,
            LastChargeDay = facts.LastDay,
            LastUsageDay = facts.LastUsageDay,
            ChargeFiles = charges,
            RollupFile = rollup,
            ExtraColumns = delivery.ExtraColumns,
            TagKeys = [.. facts.Tags.Select(t => t.Key)],
            RollupTagKeys = tagKeys,
            Currencies = [.. facts.Totals.Select(t => t.Currency)],
            ControlTotals = totals,
            Sources = [.. delivery.Files.Select(f => SourceOf(f, delivery.Period))],
            Fingerprint = delivery.Fingerprint,
            QuarantinedRows = delivery.Files.Sum(f => SetAside(f, delivery.Period)),
        };
        return publisher.Publish(folder, draft, delivery.Accounts, options.Value.KeepVersions);
    }

    private static LoadSource SourceOf(IncomingFile file, BillingPeriod period) =>
        new(
            file.Name,
            file.Found.Bytes,
            file.Sha256,
            file.Totals!.Totals.Where(t => t.Period == period).Sum(t => t.Total.Rows)
        );

    private static long SetAside(IncomingFile file, BillingPeriod period) =>
        file.BadRows?.ByPeriod.GetValueOrDefault(period) ?? 0;
}
