using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Outlay.Connectors.Gcp.Access;
using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.BigQuery;

/// <summary>A Cloud Billing export in BigQuery: a query a month, by invoice month, so that late rows find their bill.</summary>
internal sealed class BigQueryConnector : IConnector
{
    public string Kind => "gcp-bigquery";

    public string Title => "Google Cloud billing export in BigQuery";

    public string Provider => "Google Cloud";

    public string Summary =>
        "The detailed or standard billing export, or a FOCUS view over it. Months are read again when rows were added; Google charges for the bytes, and the test shows how many.";

    public IReadOnlyList<SettingField> Fields => BigQueryFields.All;

    public IReadOnlyList<Problem> Check(SettingValues settings) =>
        [
            .. BigQueryTable.Slips(settings),
            .. settings.Choice(GoogleFields.Access) == GoogleFields.ByKey
            && GoogleKey.Parse(settings[GoogleFields.Key.Name]).Problem is { } wrong
                ? [wrong]
                : Array.Empty<Problem>(),
        ];

    public IReadOnlyList<SetupSnippet> Snippets(SettingValues settings) =>
        GoogleSnippets.OfBigQuery(settings);

    public async IAsyncEnumerable<TestStep> TestAsync(
        SettingValues settings,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var table = new BigQueryTable(settings);
        var who = await table.SignInAsync(cancellationToken);
        yield return new TestStep("Sign in", who.IsOk ? who.Value : null, who.Problem);
        if (!who.IsOk)
        {
            yield break;
        }

        var kind = await table.KindAsync(cancellationToken);
        yield return new TestStep(
            "Read the table's columns",
            kind.IsOk ? kind.Value.Title : null,
            kind.Problem
        );
        if (!kind.IsOk)
        {
            yield break;
        }

        var months = await table.MonthsAsync(kind.Value, default, cancellationToken);
        yield return new TestStep(
            "Query its months",
            months is { IsOk: true, Value.Months: [var newest, ..] all }
                ? $"{months.Value.Months.Count} months, {months.Value.Months[^1].Month} to {newest.Month}"
                : null,
            months.Problem ?? (months.Value.Months.Count == 0 ? Empty(settings) : null)
        );
        if (!months.IsOk || months.Value.Months.Count == 0)
        {
            yield break;
        }

        var bytes = await table.EstimateAsync(
            kind.Value,
            months.Value.Months[0],
            cancellationToken
        );
        yield return new TestStep(
            "Estimate what reading a month takes, for nothing",
            bytes.IsOk
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{bytes.Value / 1_000_000m:0.0} MB, about ${BigQueryJob.Price(bytes.Value):0.0000} a month that changed"
                )
                : null,
            bytes.Problem
        );
    }

    public async Task<Result<RemoteListing>> DiscoverAsync(
        SettingValues settings,
        BillingPeriod from,
        CancellationToken cancellationToken
    )
    {
        var table = new BigQueryTable(settings);
        var kind = await table.KindAsync(cancellationToken);
        if (!kind.IsOk)
        {
            return kind.Problem;
        }

        var months = await table.MonthsAsync(kind.Value, from, cancellationToken);
        if (!months.IsOk)
        {
            return months.Problem;
        }

        return months.Value.Months.Count == 0
            ? Empty(settings)
            : new RemoteListing(
                [
                    .. months.Value.Months.Select(m => new RemoteDelivery(
                        m.Month,
                        m.Version,
                        [m.File]
                    )),
                ],
                months.Value.Took
            );
    }

    public async Task<Result<PaidCalls>> FetchAsync(
        SettingValues settings,
        RemoteFile file,
        Stream target,
        CancellationToken cancellationToken
    )
    {
        var table = new BigQueryTable(settings);
        var kind = await table.KindAsync(cancellationToken);
        if (!kind.IsOk)
        {
            return kind.Problem;
        }

        await using var writer = new StreamWriter(
            target,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            leaveOpen: true
        );
        return await table.CopyAsync(kind.Value, BillingMonth.Of(file), writer, cancellationToken);
    }

    private static Problem Empty(SettingValues settings) =>
        new(
            ProblemKind.NotFound,
            $"{settings[BigQueryFields.Table.Name]} has no rows of the months asked for.",
            "A new export takes up to a day for its first rows; months before it was switched on are not in it, but for the one before in a multi-region dataset.",
            BigQueryFields.Table.Name
        );
}
