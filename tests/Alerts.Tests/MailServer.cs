using MimeKit;
using Outlay.Testing;

namespace Outlay.Alerts.Tests;

/// <summary>A real SMTP server on a free port, which keeps what it takes.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly ServerProcess _process;
    private readonly string _folder;

    private MailServer(ServerProcess process, string folder) =>
        (_process, _folder) = (process, folder);

    public int Port => new Uri(_process.Address).Port;

    public IReadOnlyList<MimeMessage> Mails =>
        [
            .. Directory
                .EnumerateFiles(_folder, "*.eml")
                .Order(StringComparer.Ordinal)
                .Select(f => MimeMessage.Load(f, TestContext.Current.CancellationToken)),
        ];

    public static async Task<MailServer> StartAsync(string folder)
    {
        var module = NodeServers.Module("smtp-server");
        Assert.SkipWhen(module is null, "The mail server is not installed; test.sh installs it.");
        Directory.CreateDirectory(folder);
        return new MailServer(
            await ServerProcess.StartAsync(
                "node",
                Path.Combine(AppContext.BaseDirectory, "mailbox.cjs"),
                module,
                "{port}",
                folder
            ),
            folder
        );
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
