using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>Values of JSON objects that may be missing or of another kind than expected.</summary>
internal static class JsonValues
{
    public static string? Text(this JToken? value, string name) =>
        (value as JObject)?[name] is JValue { Value: not null } found
            ? Convert.ToString(found.Value, CultureInfo.InvariantCulture)
            : null;

    /// <summary>A number, written as one or as text; null when there is none.</summary>
    public static decimal? Number(this JToken? value, string name) =>
        decimal.TryParse(
            value.Text(name),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
