using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Outlay.Alerts.Channels;
using Outlay.Alerts.Deliveries;

namespace Outlay.Alerts.Tests;

/// <summary>Who is told what, when, and how often it is tried.</summary>
public sealed class DeliveryTests : IAsyncDisposable
{
    private readonly AlertWorld _world = new();
    private WebHook? _hook;

    [Fact]
    public async Task A_webhook_is_signed_so_that_its_program_knows_who_sent_it()
    {
        _world.AddHook(await HookAsync());
        _world.Holding = [AlertWorld.Fact(severity: AlertSeverity.Critical)];
        await _world.RoundAsync();
        await _world.SendAsync();

        var (body, signature) = _hook!.Posts.Single();
        using var json = JsonDocument.Parse(body);
        var alert = json.RootElement.GetProperty("alerts")[0];
        alert.GetProperty("severity").GetString().ShouldBe("critical");
        alert.GetProperty("cause").GetString().ShouldBe("Amazon EC2 in prod grew by $420.");
        alert.GetProperty("link").GetString().ShouldBe("https://outlay.example/costs/budgets/1");
        var seconds = AlertWorld.Noon.ToUnixTimeSeconds();
        var expected = HMACSHA256.HashData(
            "0123456789abcdef"u8,
            Encoding.UTF8.GetBytes($"{seconds}.{body}")
        );
        signature.ShouldBe($"t={seconds},v1={Convert.ToHexStringLower(expected)}");
        _world.Log.Newest(5).Single().State.ShouldBe(DeliveryState.Sent);
    }

    [Fact]
    public async Task Alerts_of_one_round_are_one_message_and_a_channel_gets_only_what_it_wants()
    {
        _world.AddHook(
            await HookAsync(),
            new ChannelTerms { LeastSeverity = AlertSeverity.Warning, Wants = ["budget-actual"] }
        );
        _world.Holding =
        [
            AlertWorld.Fact("a"),
            AlertWorld.Fact("b", AlertSeverity.Critical),
            AlertWorld.Fact("c", AlertSeverity.Info),
            AlertWorld.Fact("d", kind: "other"),
        ];
        await _world.RoundAsync();
        await _world.SendAsync();

        using var json = JsonDocument.Parse(_hook!.Posts.Single().Body);
        json.RootElement.GetProperty("title")
            .GetString()
            .ShouldNotBeNull()
            .ShouldStartWith("2 alerts: Budget b");
        json.RootElement.GetProperty("alerts").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_digest_gathers_what_is_new_until_its_hour()
    {
        _world.AddHook(
            await HookAsync(),
            new ChannelTerms { Rhythm = AlertRhythm.Daily, TimeZone = "Europe/Berlin" }
        );
        _world.Holding = [AlertWorld.Fact("a")];
        await _world.RoundAsync();
        _world.Clock.Advance(TimeSpan.FromHours(5));
        _world.Holding = [AlertWorld.Fact("b")];
        await _world.RoundAsync();
        await _world.SendAsync();
        var before = _hook!.Posts.Count;
        _world.Clock.Advance(
            new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero) - _world.Clock.GetUtcNow()
        );
        await _world.SendAsync();

        before.ShouldBe(0);
        _hook.Posts.Single().Body.ShouldContain("it has ended since");
        _world.Log.Newest(5).Single().Alerts.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_that_is_refused_for_now_is_tried_again_with_growing_waits()
    {
        _world.AddHook(await HookAsync());
        _hook!.Answers.Enqueue(HttpStatusCode.ServiceUnavailable);
        _hook.Answers.Enqueue(HttpStatusCode.TooManyRequests);
        _world.Holding = [AlertWorld.Fact()];
        await _world.RoundAsync();
        await _world.SendAsync();
        await _world.SendAsync();
        var waiting = _world.Log.Newest(5).Single();
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.SendAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(4));
        await _world.SendAsync();

        waiting.State.ShouldBe(DeliveryState.Pending);
        waiting.Attempts.ShouldBe(1);
        waiting.Error.ShouldNotBeNull().ShouldContain("503 said");
        _hook.Posts.Count.ShouldBe(3);
        _world.Log.Newest(5).Single().State.ShouldBe(DeliveryState.Sent);
    }

    [Fact]
    public async Task A_message_that_nobody_takes_is_given_up_and_the_log_says_why()
    {
        var channel = _world.AddHook(await HookAsync());
        await _hook!.DisposeAsync();
        _hook = null;
        _world.Holding = [AlertWorld.Fact()];
        await _world.RoundAsync();
        for (var i = 0; i < 8; i++)
        {
            await _world.SendAsync();
            _world.Clock.Advance(TimeSpan.FromDays(2));
        }

        var given = _world.Log.Newest(5, channel.Id).Single();
        given.State.ShouldBe(DeliveryState.Failed);
        given.Attempts.ShouldBe(6);
        given.Error.ShouldNotBeNull().ShouldContain("cannot be reached");
    }

    [Fact]
    public async Task A_message_that_is_refused_for_good_is_not_tried_again()
    {
        _world.AddHook(await HookAsync());
        _hook!.Answers.Enqueue(HttpStatusCode.Gone);
        _world.Holding = [AlertWorld.Fact()];
        await _world.RoundAsync();
        await _world.SendAsync();

        _world.Log.Newest(5).Single().State.ShouldBe(DeliveryState.Failed);
    }

    [Fact]
    public async Task A_paused_channel_gets_nothing_and_a_deleted_one_takes_its_log_along()
    {
        var channel = _world.AddHook(await HookAsync());
        _world.Channels.Pause(channel.Id, paused: true);
        _world.Holding = [AlertWorld.Fact()];
        await _world.RoundAsync();
        await _world.SendAsync();
        _world.Channels.Delete(channel.Id).IsOk.ShouldBeTrue();

        _hook!.Posts.ShouldBeEmpty();
        _world.Log.Newest(5).ShouldBeEmpty();
    }

    [Fact]
    public async Task Slack_and_Teams_get_words_that_cannot_break_their_markup()
    {
        var hook = await HookAsync();
        _world.Add("slack", null, ("url", hook.Address));
        _world.Add("teams", null, ("url", hook.Address));
        _world.Holding = [AlertWorld.Fact()];
        await _world.RoundAsync();
        await _world.SendAsync();

        var bodies = hook.Posts.Select(p => JsonDocument.Parse(p.Body).RootElement).ToList();
        var slack = bodies.Single(b => b.TryGetProperty("blocks", out _));
        slack
            .GetProperty("blocks")[0]
            .GetProperty("text")
            .GetProperty("text")
            .GetString()
            .ShouldNotBeNull()
            .ShouldContain(
                "<https://outlay.example/costs/budgets/1|Budget budget/1 is at &lt;85 %&gt; &amp; growing>"
            );
        var card = bodies
            .Single(b => b.TryGetProperty("attachments", out _))
            .GetProperty("attachments")[0]
            .GetProperty("content");
        card.GetProperty("type").GetString().ShouldBe("AdaptiveCard");
        card.GetProperty("body")[0]
            .GetProperty("text")
            .GetString()
            .ShouldBe(
                "[Budget budget/1 is at <85 %> & growing](https://outlay.example/costs/budgets/1)"
            );
    }

    public async ValueTask DisposeAsync()
    {
        if (_hook is not null)
        {
            await _hook.DisposeAsync();
        }

        _world.Dispose();
    }

    private async Task<WebHook> HookAsync() => _hook = await WebHook.StartAsync();
}
