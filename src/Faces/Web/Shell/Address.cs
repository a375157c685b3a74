using System.Text;

namespace Outlay.Web.Shell;

/// <summary>Builds addresses: path, question mark, escaped parameters.</summary>
public static class Address
{
    /// <summary>A path and its parameters in order.</summary>
    public static string Of(string path, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var text = new StringBuilder(path);
        var mark = '?';
        foreach (var (name, value) in parameters)
        {
            text.Append(mark).Append(Escape(name)).Append('=').Append(Escape(value));
            mark = '&';
        }

        return text.ToString();
    }

    // Leaves what browsers leave in a query, so that addresses stay readable.
    private static string Escape(string text) =>
        Uri.EscapeDataString(text)
            .Replace("%3A", ":", StringComparison.Ordinal)
            .Replace("%2F", "/", StringComparison.Ordinal)
            .Replace("%2C", ",", StringComparison.Ordinal);
}
