using Outlay.Alerts.Channels;
using Outlay.Kernel;

namespace Outlay.Alerts.Tests;

/// <summary>Channels are checked before they are kept, and their secrets stay where they are.</summary>
public sealed class ChannelTests : IDisposable
{
    private readonly AlertWorld _world = new();

    [Theory]
    [InlineData("slack", "url", "http://example.com/x", "begins with https://")]
    [InlineData("slack", "url", "", "Webhook address is missing.")]
    [InlineData("webhook", "url", "ftp://example.com", "Write it with https://")]
    [InlineData("webhook", "secret", "short", "too short to protect")]
    [InlineData("email", "to", "not an address", "Recipients: 'not an address'")]
    [InlineData("email", "port", "99999", "Port: '99999'")]
    [InlineData("email", "security", "none", "the password would be seen by everybody")]
    [InlineData("pigeon", "url", "x", "There is no kind of channel 'pigeon'.")]
    public void What_is_wrong_is_said_with_what_to_write(
        string kind,
        string field,
        string value,
        string said
    )
    {
        var settings = new Dictionary<string, string>
        {
            ["url"] = "https://example.com/hook",
            ["secret"] = "0123456789abcdef",
            ["to"] = "a@example.com, B <b@example.com>",
            ["from"] = "outlay@example.com",
            ["host"] = "smtp.example.com",
            ["password"] = "p",
            [field] = value,
        };

        var made = _world.Channels.Create(
            new ChannelDraft
            {
                Name = "Team",
                Kind = kind,
                Settings = new SettingValues(settings),
            }
        );

        made.Problem.ShouldNotBeNull().ToString().ShouldContain(said);
    }

    [Fact]
    public void A_name_is_taken_once_and_terms_are_checked()
    {
        _world.Add("slack", null, ("url", "https://hooks.example/x"));
        var draft = new ChannelDraft
        {
            Name = "TO SLACK 0",
            Kind = "slack",
            Settings = AlertWorld.Settings(("url", "https://hooks.example/x")),
            Terms = new ChannelTerms { TimeZone = "Mars/Base", QuietFrom = new TimeOnly(20, 0) },
        };

        var problems = _world.Channels.Check(draft).Select(p => p.Message).ToList();

        problems.ShouldBe([
            "There is a channel TO SLACK 0 already.",
            "'Mars/Base' is no time zone.",
            "The quiet hours have no beginning or no end.",
        ]);
    }

    [Fact]
    public void A_secret_is_encrypted_at_rest_and_stays_when_a_change_leaves_it_out()
    {
        var channel = _world.Add("slack", null, ("url", "https://hooks.example/secret-path"));
        var changed = _world.Channels.Change(
            channel.Id,
            new ChannelDraft
            {
                Name = "Renamed",
                Terms = new ChannelTerms
                {
                    Rhythm = AlertRhythm.Weekly,
                    Wants = ["other"],
                    LeastSeverity = AlertSeverity.Critical,
                    TimeZone = "America/New_York",
                    QuietFrom = new TimeOnly(20, 0),
                    QuietTo = new TimeOnly(7, 30),
                },
            }
        );

        changed.IsOk.ShouldBeTrue(changed.Problem?.ToString());
        changed.Value.Settings.Values.ShouldBeEmpty();
        _world.Channels.SecretsOf(changed.Value).ShouldBe(["url"]);
        var kept = _world.Channels.Find(channel.Id).ShouldNotBeNull();
        kept.Name.ShouldBe("Renamed");
        kept.Terms.Wants.ShouldBe(["other"]);
        kept.Terms.QuietTo.ShouldBe(new TimeOnly(7, 30));
        File.ReadAllBytes(_world.World.Data.StateFile)
            .AsSpan()
            .IndexOf("secret-path"u8)
            .ShouldBe(-1);
    }

    [Theory]
    // 12:00 UTC is 13:00 in Berlin in winter and 07:00 in New York.
    [InlineData(AlertRhythm.AtOnce, "Europe/Berlin", null, null, "2026-11-23T12:00")]
    [InlineData(AlertRhythm.AtOnce, "Europe/Berlin", "12:30", "14:00", "2026-11-23T13:00")]
    [InlineData(AlertRhythm.AtOnce, "Europe/Berlin", "22:00", "14:00", "2026-11-23T13:00")]
    [InlineData(AlertRhythm.AtOnce, "Europe/Berlin", "22:00", "07:00", "2026-11-23T12:00")]
    [InlineData(AlertRhythm.Hourly, "UTC", null, null, "2026-11-23T13:00")]
    [InlineData(AlertRhythm.Daily, "Europe/Berlin", null, null, "2026-11-24T07:00")]
    [InlineData(AlertRhythm.Daily, "America/New_York", null, null, "2026-11-23T13:00")]
    [InlineData(AlertRhythm.Daily, "Europe/Berlin", "07:00", "09:00", "2026-11-24T08:00")]
    [InlineData(AlertRhythm.Weekly, "UTC", null, null, "2026-11-30T08:00")]
    public void What_is_new_at_noon_is_sent_when_the_channel_wants_it(
        AlertRhythm rhythm,
        string zone,
        string? from,
        string? to,
        string due
    )
    {
        var terms = new ChannelTerms
        {
            Rhythm = rhythm,
            TimeZone = zone,
            QuietFrom = from is null
                ? null
                : TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            QuietTo = to is null
                ? null
                : TimeOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture),
        };

        terms
            .DueAt(AlertWorld.Noon)
            .ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe(due);
    }

    [Fact]
    public void The_hour_of_a_digest_stays_when_the_clocks_change()
    {
        var terms = new ChannelTerms { Rhythm = AlertRhythm.Daily, TimeZone = "Europe/Berlin" };

        terms
            .DueAt(new DateTimeOffset(2026, 10, 24, 12, 0, 0, TimeSpan.Zero))
            .ShouldBe(new DateTimeOffset(2026, 10, 25, 7, 0, 0, TimeSpan.Zero));
        terms
            .DueAt(new DateTimeOffset(2026, 10, 23, 12, 0, 0, TimeSpan.Zero))
            .ShouldBe(new DateTimeOffset(2026, 10, 24, 6, 0, 0, TimeSpan.Zero));
    }

    public void Dispose() => _world.Dispose();
}
