using Outlay.Alerts.Deliveries;

namespace Outlay.Alerts.Tests;

/// <summary>Mail over a real SMTP server.</summary>
public sealed class EmailTests : IDisposable
{
    private readonly AlertWorld _world = new();

    [Fact]
    public async Task A_mail_says_what_holds_why_and_where_in_text_and_HTML()
    {
        await using var server = await ServerAsync();
        Add(server, "finops@example.com, CFO <cfo@example.com>");
        _world.Holding = [AlertWorld.Fact()];
        await _world.RoundAsync();
        await _world.SendAsync();

        var log = _world.Log.Newest(5).Single();
        log.State.ShouldBe(DeliveryState.Sent, log.Error);
        var mail = server.Mails.Single();
        mail.Subject.ShouldBe("[Outlay] Budget budget/1 is at <85 %> & growing");
        mail.To.Mailboxes.Select(m => m.Address)
            .ShouldBe(["finops@example.com", "cfo@example.com"]);
        mail.TextBody.ShouldNotBeNull()
            .ShouldContain("Warning: Budget budget/1 is at <85 %> & growing");
        mail.TextBody.ShouldNotBeNull().ShouldContain("https://outlay.example/costs/budgets/1");
        mail.HtmlBody.ShouldNotBeNull()
            .ShouldContain("Budget budget/1 is at &lt;85 %&gt; &amp; growing</a>");
        mail.HtmlBody.ShouldNotBeNull().ShouldContain("Amazon EC2 in prod grew by $420.");
    }

    [Theory]
    [InlineData(
        "nobody@example.com",
        DeliveryState.Failed,
        "550 no such mailbox Check the recipients."
    )]
    [InlineData("full@example.com", DeliveryState.Pending, "452 mailbox is full")]
    public async Task A_refusal_for_now_is_tried_again_and_one_for_good_is_not(
        string recipient,
        DeliveryState state,
        string error
    )
    {
        await using var server = await ServerAsync();
        Add(server, recipient);
        _world.Holding = [AlertWorld.Fact()];
        await _world.RoundAsync();
        await _world.SendAsync();

        var log = _world.Log.Newest(5).Single();
        log.State.ShouldBe(state);
        log.Error.ShouldNotBeNull().ShouldContain(error);
    }

    [Fact]
    public async Task A_test_says_what_is_wrong_with_the_server()
    {
        await using var server = await ServerAsync();
        var untrusted = _world.Add(
            "email",
            null,
            ("to", "a@example.com"),
            ("from", "o@example.com"),
            ("host", "127.0.0.1"),
            ("port", $"{server.Port}"),
            ("security", "starttls"),
            ("user", "outlay"),
            ("password", "wrong")
        );
        var open = Add(server, "a@example.com");
        var closed = _world.Add(
            "email",
            null,
            ("to", "a@example.com"),
            ("from", "o@example.com"),
            ("host", "127.0.0.1"),
            ("port", "1"),
            ("security", "none")
        );

        (await TestAsync(untrusted.Id)).ShouldContain("cannot be trusted");
        (await TestAsync(closed.Id)).ShouldContain("127.0.0.1:1 cannot be used");
        (await TestAsync(open.Id)).ShouldBe("");
        server
            .Mails.Single()
            .Subject.ShouldNotBeNull()
            .ShouldContain("Outlay can reach To email 1");
    }

    public void Dispose() => _world.Dispose();

    private Task<MailServer> ServerAsync() =>
        MailServer.StartAsync(Path.Combine(_world.World.Data.Root, "mails"));

    private async Task<string> TestAsync(long channel) =>
        (
            await _world.Channels.TestAsync(channel, TestContext.Current.CancellationToken)
        ).Problem?.ToString() ?? "";

    private Channels.Channel Add(MailServer server, string to) =>
        _world.Add(
            "email",
            null,
            ("to", to),
            ("from", "Outlay <outlay@example.com>"),
            ("host", "127.0.0.1"),
            ("port", $"{server.Port}"),
            ("security", "none")
        );
}
