using System.CommandLine;
using System.Globalization;
using Outlay.Cli.Console;

namespace Outlay.Host.Serving;

/// <summary>Where to listen, as flags.</summary>
internal sealed class ServeOptions
{
    public Option<string?> Urls { get; } =
        new("--urls")
        {
            Description =
                "Addresses to listen on, loopback only, separated by semicolons (setting Urls, environment OUTLAY_URLS; http://127.0.0.1:5080)",
            HelpName = "URL",
        };

    public Option<int?> Port { get; } =
        new("--port", "-p")
        {
            Description = "Port on 127.0.0.1; 0 takes a free one",
            HelpName = "PORT",
        };

    public void AddTo(Command command)
    {
        command.Add(Urls);
        command.Add(Port);
        Port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 65535)
            {
                result.AddError("--port takes 0 to 65535.");
            }
        });
    }

    /// <summary>The flags given, as settings.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Flags(ParseResult parse)
    {
        if (parse.GetValue(CommonOptions.Data) is { } data)
        {
            yield return new("Data", data);
        }

        if (parse.GetValue(Urls) is { } urls)
        {
            yield return new("Urls", urls);
        }

        if (parse.GetValue(Port) is { } port)
        {
            yield return new(
                "Urls",
                string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")
            );
        }
    }
}
