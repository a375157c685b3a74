using System.Globalization;

namespace Outlay.Web.Formatting;

/// <summary>Numbers of things, sizes and durations as people read them.</summary>
public static class Counts
{
    /// <summary><c>12,345</c>.</summary>
    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 file</c>, <c>12 files</c>.</summary>
    public static string Of(long count, string noun, string? plural = null) =>
        Number(count) + " " + (count == 1 ? noun : plural ?? noun + "s");

    /// <summary>Decimal units: <c>812 B</c>, <c>4.2 MB</c>.</summary>
    public static string Bytes(long bytes)
    {
        string[] units = ["B", "kB", "MB", "GB", "TB"];
        decimal size = bytes;
        var unit = 0;
        while (size >= 999.5m && unit < units.Length - 1)
        {
            size /= 1000;
            unit++;
        }

        var format = unit == 0 || size >= 100 ? "0" : "0.0";
        return size.ToString(format, CultureInfo.InvariantCulture) + " " + units[unit];
    }

    /// <summary>Rows a second: <c>812 rows/s</c>, <c>64.2k rows/s</c>; a dash while nothing can be said.</summary>
    public static string Rate(long rows, TimeSpan elapsed)
    {
        if (rows == 0 || elapsed < TimeSpan.FromMilliseconds(1))
        {
            return "–";
        }

        var rate = rows * 1000m / (long)elapsed.TotalMilliseconds;
        return rate switch
        {
            >= 1_000_000 => (rate / 1_000_000).ToString("0.0", CultureInfo.InvariantCulture)
                + "M rows/s",
            >= 10_000 => (rate / 1_000).ToString("0.0", CultureInfo.InvariantCulture) + "k rows/s",
            _ => rate.ToString("N0", CultureInfo.InvariantCulture) + " rows/s",
        };
    }

    /// <summary><c>0.4 s</c>, <c>12 s</c>, <c>3 min 20 s</c>, <c>2 h 5 min</c>.</summary>
    public static string Duration(TimeSpan time) =>
        time switch
        {
            { TotalSeconds: < 10 } => time.TotalSeconds.ToString(
                "0.0",
                CultureInfo.InvariantCulture
            ) + " s",
            { TotalMinutes: < 1 } => time.Seconds.ToString(CultureInfo.InvariantCulture) + " s",
            { TotalHours: < 1 } => string.Create(
                CultureInfo.InvariantCulture,
                $"{time.Minutes} min {time.Seconds} s"
            ),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{(long)time.TotalHours} h {time.Minutes} min"
            ),
        };
}
