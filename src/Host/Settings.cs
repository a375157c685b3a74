using System.ComponentModel;

namespace Outlay.Host;

/// <summary>Settings of the program itself, from appsettings.json, the environment (OUTLAY_DATA, OUTLAY_URLS) and flags, the last one winning.</summary>
internal sealed record Settings
{
    /// <summary>The data folder.</summary>
    [Description("The data folder")]
    public string Data { get; init; } = "./outlay-data";

    /// <summary>Where the server listens; loopback only.</summary>
    [Description("Where the server listens: loopback addresses, separated by semicolons")]
    public string Urls { get; init; } = "http://127.0.0.1:5080";
}
