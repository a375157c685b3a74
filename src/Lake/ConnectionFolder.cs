using System.Security.Cryptography;
using System.Text;

namespace Outlay.Lake;

/// <summary>The folder name of a connection: readable, safe on every file system, and different for different connections.</summary>
internal static class ConnectionFolder
{
    private const int MostLetters = 48;

    public static string Of(string connection)
    {
        var letters = new StringBuilder();
        foreach (var c in connection.Take(MostLetters))
        {
            letters.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(connection));
        return $"{letters.ToString().Trim('-')}.{Convert.ToHexStringLower(hash)[..8]}";
    }
}
