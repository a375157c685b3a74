using Microsoft.Extensions.Options;

namespace Outlay.Alerts;

/// <summary>Settings of alerts.</summary>
public sealed class AlertOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Alerts";

    /// <summary>Address under which people reach Outlay, for the links in messages; that of the server itself when empty.</summary>
    public string? Address { get; set; }

    /// <summary>How often everything is looked at when nothing was loaded.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Wait before a message that could not be sent is tried again; it grows fourfold each time.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMinutes(1);
}

/// <summary>Where people reach Outlay.</summary>
/// <param name="options">Settings.</param>
public sealed class AlertAddress(IOptions<AlertOptions> options)
{
    /// <summary>Address of the server itself, once it listens.</summary>
    public Uri Own { get; set; } = new("http://127.0.0.1:5080/");

    /// <summary>The root of links.</summary>
    public Uri Root =>
        Uri.TryCreate(options.Value.Address, UriKind.Absolute, out var given)
            ? new Uri(given.AbsoluteUri.TrimEnd('/') + "/")
            : Own;
}
