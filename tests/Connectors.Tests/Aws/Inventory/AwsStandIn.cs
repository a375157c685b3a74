using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Web;

namespace Outlay.Connectors.Tests.Aws.Inventory;

/// <summary>A call as it came to the stand-in.</summary>
public sealed record AwsAsked(
    string Service,
    string Operation,
    string Region,
    string AccessKey,
    string Path,
    string Body
)
{
    public string Name => $"{Service}:{Operation}";

    /// <summary>A parameter of a form.</summary>
    public string? Parameter(string name) => HttpUtility.ParseQueryString(Body)[name];
}

/// <summary>What the stand-in says.</summary>
public sealed record AwsAnswer(string Body, int Status = 200);

/// <summary>
/// Stands between a scan and AWS: answers what a test tells it to, and hands on the rest to a server behind it; without one it
/// says that there is nothing.
/// </summary>
public sealed class AwsStandIn : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _behind = new();
    private readonly string? _upstream;
    private readonly Func<AwsAsked, AwsAnswer?> _answer;
    private readonly Task _serving;

    public AwsStandIn(Func<AwsAsked, AwsAnswer?> answer, string? upstream = null)
    {
        (_answer, _upstream) = (answer, upstream);
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public string Address { get; }

    public ConcurrentQueue<AwsAsked> Asked { get; } = [];

    /// <summary>Calls whose signature AWS would not take, signed in with <c>very-secret</c>.</summary>
    public ConcurrentQueue<string> BadlySigned { get; } = [];

    public int Count(string name) => Asked.Count(a => a.Name == name);

    /// <summary>AWS's refusal in the protocol of the call.</summary>
    public static AwsAnswer Refusal(AwsAsked asked, string code, string message, int status) =>
        asked.Service switch
        {
            "ec2" => new(
                $"<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message></Error></Errors><RequestID>x</RequestID></Response>",
                status
            ),
            "rds" or "elasticloadbalancing" or "autoscaling" or "sts" => new(
                $"<ErrorResponse xmlns=\"http://x/\"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>",
                status
            ),
            "s3" => new($"<Error><Code>{code}</Code><Message>{message}</Message></Error>", status),
            _ => new($$"""{"__type":"com.amazon#{{code}}","message":"{{message}}"}""", status),
        };

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
        _behind.Dispose();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(context));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var asked = Read(context.Request, Encoding.UTF8.GetString(body.ToArray()));
        Asked.Enqueue(asked);
        if (
            asked.AccessKey == "AKIATEST"
            && !Signature.IsValid(context.Request, body.ToArray(), "very-secret")
        )
        {
            BadlySigned.Enqueue(asked.Name);
        }

        var answer =
            _answer(asked)
            ?? (
                _upstream is null
                    ? Nothing(asked)
                    : await BehindAsync(context.Request, body.ToArray())
            );
        var bytes = Encoding.UTF8.GetBytes(answer.Body);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentLength64 = bytes.Length;
        await context.Response.OutputStream.WriteAsync(bytes);
        context.Response.Close();
    }

    private static AwsAnswer Nothing(AwsAsked asked) =>
        asked.Service is "ec2" or "rds" or "elasticloadbalancing" or "autoscaling" or "s3"
            ? asked.Operation == "GetLifecycleConfiguration"
                ? Refusal(asked, "NoSuchLifecycleConfiguration", "none", 404)
                : new($"<{asked.Operation}Response/>")
            : asked.Operation == "GetCallerIdentity"
                ? new(
                    "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><Arn>arn:aws:iam::111111111111:user/outlay</Arn><UserId>x</UserId><Account>111111111111</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"
                )
                : new("{}");

    private async Task<AwsAnswer> BehindAsync(HttpListenerRequest request, byte[] body)
    {
        using var message = new HttpRequestMessage(
            new HttpMethod(request.HttpMethod),
            _upstream + request.RawUrl
        );
        if (body.Length > 0)
        {
            message.Content = new ByteArrayContent(body);
        }

        foreach (var name in request.Headers.AllKeys.OfType<string>())
        {
            if (name is not ("Host" or "Content-Length" or "Connection"))
            {
                _ =
                    message.Headers.TryAddWithoutValidation(name, request.Headers[name])
                    || message.Content?.Headers.TryAddWithoutValidation(name, request.Headers[name])
                        == true;
            }
        }

        using var answer = await _behind.SendAsync(message);
        return new(await answer.Content.ReadAsStringAsync(), (int)answer.StatusCode);
    }

    private static AwsAsked Read(HttpListenerRequest request, string body)
    {
        // AWS4-HMAC-SHA256 Credential=KEY/DATE/REGION/SERVICE/aws4_request, …
        var scope = (request.Headers["Authorization"] ?? "")
            .Split("Credential=")[^1]
            .Split(',')[0]
            .Split('/');
        var signed = scope.Length < 5 ? "" : scope[3];
        var path = request.RawUrl ?? "/";
        var operation =
            request.Headers["X-Amz-Target"]?.Split('.')[^1]
            ?? HttpUtility.ParseQueryString(body)["Action"]
            ?? OfPath(path);
        return new AwsAsked(
            signed switch
            {
                "monitoring" => "cloudwatch",
                "tagging" => "tag",
                _ => signed,
            },
            operation,
            scope.Length < 5 ? "" : scope[2],
            scope[0],
            path,
            body
        );
    }

    private static string OfPath(string path) =>
        path switch
        {
            _ when path.Contains("provisioned-concurrency", StringComparison.Ordinal) =>
                "ListProvisionedConcurrencyConfigs",
            _ when path.Contains("/functions", StringComparison.Ordinal) => "ListFunctions",
            _ when path.Contains("?lifecycle", StringComparison.Ordinal) =>
                "GetLifecycleConfiguration",
            _ when path.Contains("?versioning", StringComparison.Ordinal) => "GetBucketVersioning",
            _ when path.Contains("?uploads", StringComparison.Ordinal) =>
                "ListBucketMultipartUploads",
            _ when path.Contains("?location", StringComparison.Ordinal) => "GetBucketLocation",
            "/DescribeSavingsPlans" => "DescribeSavingsPlans",
            _ => "ListAllMyBuckets",
        };
}
