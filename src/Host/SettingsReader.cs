using Outlay.Host.Serving;
using Outlay.Kernel;

namespace Outlay.Host;

/// <summary>Reads and checks all settings at once, so that a person mends them in one go.</summary>
internal static class SettingsReader
{
    private const string Prefix = "OUTLAY_";

    /// <summary>appsettings.json beside the program, then the environment, then flags.</summary>
    public static IConfiguration Configuration(IEnumerable<KeyValuePair<string, string?>> flags) =>
        new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables(Prefix)
            .AddInMemoryCollection(LastOnes(flags))
            .Build();

    private static Dictionary<string, string?> LastOnes(
        IEnumerable<KeyValuePair<string, string?>> flags
    )
    {
        var last = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in flags)
        {
            last[key] = value;
        }

        return last;
    }

    /// <summary>The settings, or one problem that names every mistake.</summary>
    public static Result<Settings> Read(IConfiguration configuration)
    {
        var settings = new Settings();
        settings = settings with
        {
            Data = configuration["Data"] ?? settings.Data,
            Urls = configuration["Urls"] ?? settings.Urls,
        };
        var mistakes = Mistakes(settings)
            .Concat(Endpoints(configuration))
            .Concat(KeyRing.Check(configuration) is { } keys ? [keys] : [])
            .Concat(NumberSetting.All.Select(n => n.Check(configuration)).OfType<Problem>())
            .ToList();
        return mistakes.Count switch
        {
            0 => settings,
            1 => mistakes[0],
            _ => new Problem(
                ProblemKind.Invalid,
                $"{mistakes.Count} settings are wrong.",
                string.Join(Environment.NewLine, mistakes.Select(m => $"- {m}"))
            ),
        };
    }

    // Kestrel's own section would open addresses beside those that the loopback rule has checked.
    private static IEnumerable<Problem> Endpoints(IConfiguration configuration) =>
        configuration.GetSection("Kestrel").Exists()
            ?
            [
                new(
                    ProblemKind.Invalid,
                    "The section Kestrel is set.",
                    "Remove it and use Urls (OUTLAY_URLS), which takes loopback addresses.",
                    "Kestrel"
                ),
            ]
            : [];

    private static IEnumerable<Problem> Mistakes(Settings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Data))
        {
            yield return new(
                ProblemKind.Invalid,
                "Data is empty.",
                "Name a folder: --data ./outlay-data or OUTLAY_DATA.",
                nameof(settings.Data)
            );
        }
        else if (File.Exists(settings.Data))
        {
            yield return new(
                ProblemKind.Invalid,
                $"Data is {settings.Data}, which is a file.",
                "Name a folder: --data ./outlay-data or OUTLAY_DATA.",
                nameof(settings.Data)
            );
        }

        foreach (var problem in LoopbackRule.Check(settings.Urls))
        {
            yield return problem;
        }
    }
}
