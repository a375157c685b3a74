using Outlay.Ingest.Formats;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.FocusFiles;

/// <summary>Who provides a service and who hosts it, which versions before 1.3 told by ProviderName and PublisherName.</summary>
internal static class Providers
{
    // How the clouds call themselves as publishers of their own services; any other publisher is a seller on their marketplace.
    private static readonly (string Provider, string Publisher)[] OwnNames =
    [
        ("^(AWS|Amazon)", "^(AWS|Amazon)"),
        ("^(Microsoft|Azure)", "^(Microsoft|Azure)"),
        ("^(Google|GCP)", "^(Google|GCP)"),
        ("^(Oracle|OCI)", "^(Oracle|OCI)"),
    ];

    public static string Service(FocusSource source)
    {
        var old = OldService(source);
        return source.Has("ServiceProviderName")
            ? $"coalesce({source.Text("ServiceProviderName")}, {old})"
            : old;
    }

    /// <summary>Never null where the file names anybody: it is what spend is grouped by first.</summary>
    public static string Host(FocusSource source)
    {
        var choices = (
            (string[])
                ["HostProviderName", "ProviderName", "ServiceProviderName", "InvoiceIssuerName"]
        )
            .Where(source.Has)
            .Select(source.Text)
            .Append(SourceValue.NullOf("VARCHAR"));
        return $"coalesce({string.Join(", ", choices)})";
    }

    private static string OldService(FocusSource source)
    {
        if (!source.Has("ProviderName"))
        {
            return source.Has("PublisherName")
                ? source.Text("PublisherName")
                : SourceValue.NullOf("VARCHAR");
        }

        var provider = source.Text("ProviderName");
        if (!source.Has("PublisherName"))
        {
            return provider;
        }

        var publisher = source.Text("PublisherName");
        var own = OwnNames.Select(n =>
            $"regexp_matches({provider}, {SourceSql.Literal(n.Provider)}) AND regexp_matches({publisher}, {SourceSql.Literal(n.Publisher)})"
        );
        return $"CASE WHEN {publisher} IS NULL OR {publisher} = {provider} OR {string.Join(" OR ", own)} THEN {provider} ELSE {publisher} END";
    }
}
