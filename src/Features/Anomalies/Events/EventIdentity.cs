using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Outlay.Anomalies.Detection;

namespace Outlay.Anomalies.Events;

internal static class EventIdentity
{
    /// <summary>Depends on series, start day and sign alone, so that a re-scored day finds its event again.</summary>
    public static string Of(Alert alert)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{alert.SeriesKey}\n{alert.Start:yyyy-MM-dd}\n{alert.Direction}"
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }
}
