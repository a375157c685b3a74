using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Outlay.Kernel;

namespace Outlay.Alerts.Channels;

/// <summary>E-mail over an SMTP server.</summary>
internal sealed class EmailChannel : IAlertChannel
{
    private const string StartTls = "starttls";
    private const string Tls = "tls";
    private const string None = "none";
    private const int TimeoutMilliseconds = 30_000;

    private static readonly SettingField To = new(
        "to",
        "Recipients",
        "Addresses, separated by commas."
    )
    {
        IsRequired = true,
        Example = "finops@example.com, cfo@example.com",
    };

    private static readonly SettingField From = new(
        "from",
        "Sender",
        "The address that it comes from."
    )
    {
        IsRequired = true,
        Example = "outlay@example.com",
    };

    private static readonly SettingField Host = new("host", "SMTP server", "Its name or address.")
    {
        IsRequired = true,
        Example = "smtp.example.com",
    };

    private static readonly SettingField Port = new(
        "port",
        "Port",
        "587 with STARTTLS, 465 with TLS, 25 without, when empty."
    )
    {
        Example = "587",
    };

    private static readonly SettingField Security = new(
        "security",
        "Encryption",
        "A server that takes a password needs one of the first two."
    )
    {
        Kind = FieldKind.Choice,
        Choices =
        [
            new(StartTls, "STARTTLS"),
            new(Tls, "TLS from the start"),
            new(None, "None, inside a network that you trust"),
        ],
    };

    private static readonly SettingField User = new(
        "user",
        "User",
        "Empty when the server asks for none."
    );

    private static readonly SettingField Password = new(
        "password",
        "Password",
        "Kept encrypted and never shown again."
    )
    {
        Kind = FieldKind.Secret,
    };

    public string Kind => "email";

    public string Title => "E-mail";

    public string Summary => "Your SMTP server, with STARTTLS or TLS.";

    public IReadOnlyList<SettingField> Fields { get; } =
    [To, From, Host, Port, Security, User, Password];

    public IReadOnlyList<Problem> Check(SettingValues settings) =>
        [.. CheckAddresses(settings), .. CheckServer(settings)];

    public async Task<Result<string>> SendAsync(
        SettingValues settings,
        AlertMessage message,
        CancellationToken cancellationToken
    )
    {
        using var mail = Mail(settings, message);
        try
        {
            return await SendAsync(settings, mail, cancellationToken);
        }
        catch (Exception e)
            when (!cancellationToken.IsCancellationRequested && Said(settings, e) is { } problem)
        {
            return problem;
        }
    }

    private static async Task<Result<string>> SendAsync(
        SettingValues settings,
        MimeMessage mail,
        CancellationToken cancellationToken
    )
    {
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        await client.ConnectAsync(
            settings[Host.Name]!,
            PortOf(settings),
            Options(settings),
            cancellationToken
        );
        if (settings[User.Name] is { } user)
        {
            await client.AuthenticateAsync(user, settings[Password.Name] ?? "", cancellationToken);
        }

        var said = await client.SendAsync(mail, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
        return said;
    }

    private static Problem? Said(SettingValues settings, Exception e) =>
        e switch
        {
            AuthenticationException => new(
                ProblemKind.Forbidden,
                "The SMTP server does not accept user and password.",
                "Enter them again; some providers want an app password.",
                Password.Name
            ),
            SslHandshakeException => new(
                ProblemKind.Invalid,
                $"The SMTP server cannot be trusted: {e.Message.Split('\n')[0]}",
                "Check its name, port and encryption, and its certificate.",
                Security.Name
            ),
            SmtpCommandException refused => Refused(refused),
            OperationCanceledException => Unreachable(settings, "it did not answer in time."),
            IOException
            or SocketException
            or ProtocolException
            or NotSupportedException
            or TimeoutException => Unreachable(settings, e.Message),
            _ => null,
        };

    private static MimeMessage Mail(SettingValues settings, AlertMessage message)
    {
        var mail = new MimeMessage { Subject = $"[Outlay] {message.Title}" };
        mail.From.Add(MailboxAddress.Parse(settings[From.Name]!));
        mail.To.AddRange(InternetAddressList.Parse(settings[To.Name]!));
        // Answers of machines to machines help nobody.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Body = new BodyBuilder
        {
            TextBody = EmailText.Plain(message),
            HtmlBody = EmailText.Html(message),
        }.ToMessageBody();
        return mail;
    }

    private static IEnumerable<Problem> CheckAddresses(SettingValues settings)
    {
        if (!MailboxAddress.TryParse(settings[From.Name] ?? "", out _))
        {
            yield return Wrong(From, settings[From.Name]);
        }

        if (
            !InternetAddressList.TryParse(settings[To.Name] ?? "", out var to)
            || to.Mailboxes.Any(m => !m.Address.Contains('@', StringComparison.Ordinal))
        )
        {
            yield return Wrong(To, settings[To.Name]);
        }
    }

    private static IEnumerable<Problem> CheckServer(SettingValues settings)
    {
        if (
            settings[Port.Name] is { } port
            && !(
                int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number is > 0 and <= 65535
            )
        )
        {
            yield return Wrong(Port, port);
        }

        if (settings.Choice(Security) == None && settings[Password.Name] is not null)
        {
            yield return new Problem(
                ProblemKind.Invalid,
                "Without encryption the password would be seen by everybody on the line.",
                "Choose STARTTLS or TLS, or leave user and password out.",
                Security.Name
            );
        }
    }

    private static int PortOf(SettingValues settings) =>
        settings[Port.Name] is { } port
            ? int.Parse(port, NumberStyles.None, CultureInfo.InvariantCulture)
            : settings.Choice(Security) switch
            {
                Tls => 465,
                None => 25,
                _ => 587,
            };

    private static SecureSocketOptions Options(SettingValues settings) =>
        settings.Choice(Security) switch
        {
            Tls => SecureSocketOptions.SslOnConnect,
            None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };

    private static Problem Refused(SmtpCommandException e) =>
        new(
            // 4xx of SMTP means later, 5xx never.
            (int)e.StatusCode < 500
                ? ProblemKind.Unavailable
                : ProblemKind.Invalid,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The SMTP server refuses the message: {(int)e.StatusCode} {e.Message}"
            ),
            e.ErrorCode switch
            {
                SmtpErrorCode.RecipientNotAccepted => "Check the recipients.",
                SmtpErrorCode.SenderNotAccepted => "Check the sender.",
                _ => "Ask whoever runs the server.",
            }
        );

    private static Problem Unreachable(SettingValues settings, string why) =>
        new(
            ProblemKind.Unavailable,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The SMTP server {settings[Host.Name]}:{PortOf(settings)} cannot be used: {why}"
            ),
            "Check server, port and encryption."
        );

    private static Problem Wrong(SettingField field, string? value) =>
        new(
            ProblemKind.Invalid,
            $"{field.Label}: '{value}' does not look right.",
            field.Example is { } example ? $"Write it as {example}." : field.Help,
            field.Name
        );
}
