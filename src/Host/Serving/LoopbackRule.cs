using System.Net;
using Outlay.Kernel;

namespace Outlay.Host.Serving;

/// <summary>Until people sign in, the server listens on this machine alone: whoever reaches it sees and changes everything.</summary>
internal static class LoopbackRule
{
    private const string Tunnel =
        "To reach it from elsewhere, use ssh -L 5080:127.0.0.1:5080 HOST, or put a reverse proxy with sign-in on the same machine in front.";

    /// <summary>What is wrong with the addresses, separated by semicolons.</summary>
    public static IEnumerable<Problem> Check(string urls)
    {
        var any = false;
        foreach (var url in Split(urls))
        {
            any = true;
            if (CheckOne(url) is { } problem)
            {
                yield return problem;
            }
        }

        if (!any)
        {
            yield return Wrong("Urls is empty.", "Write an address such as http://127.0.0.1:5080.");
        }
    }

    /// <summary>The addresses one by one; call it with addresses that have passed the check.</summary>
    public static string[] Addresses(string urls) => Split(urls);

    private static Problem? CheckOne(string url)
    {
        if (
            !Uri.TryCreate(url, UriKind.Absolute, out var parsed)
            || parsed.Scheme is not ("http" or "https")
        )
        {
            return Wrong($"Urls: '{url}' is not an address.", "Write http://127.0.0.1:5080.");
        }

        if (parsed.Scheme == "https")
        {
            return Wrong(
                $"Urls: {url} asks for https, which a server on loopback does not need.",
                "Write http://127.0.0.1:5080, or end https in a reverse proxy on the same machine."
            );
        }

        return Address(BindingAddress.Parse(url)) is { } address && IPAddress.IsLoopback(address)
            ? null
            : Wrong(
                $"Urls: {url} would open Outlay to the network, and it has no sign-in yet. It listens on loopback only.",
                $"Write http://127.0.0.1:5080. {Tunnel}"
            );
    }

    private static IPAddress? Address(BindingAddress binding)
    {
        if (string.Equals(binding.Host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return IPAddress.Loopback;
        }

        return IPAddress.TryParse(binding.Host.Trim('[', ']'), out var address) ? address : null;
    }

    private static string[] Split(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Problem Wrong(string message, string fix) =>
        new(ProblemKind.Invalid, message, fix, "Urls");
}
