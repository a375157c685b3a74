namespace Outlay.Optimization.Bill;

/// <summary>Names of the three clouds, however a bill spells them.</summary>
public static class Clouds
{
    /// <summary>Amazon Web Services.</summary>
    public const string Aws = "AWS";

    /// <summary>Microsoft Azure.</summary>
    public const string Azure = "Microsoft";

    /// <summary>Google Cloud.</summary>
    public const string Google = "Google Cloud";

    /// <summary>The name as scans and the rate card have it; the bill's own for others.</summary>
    public static string Of(string provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return provider.StartsWith("Microsoft", StringComparison.OrdinalIgnoreCase)
            || provider.Equals("Azure", StringComparison.OrdinalIgnoreCase)
                ? Azure
            : provider.StartsWith("Amazon", StringComparison.OrdinalIgnoreCase)
            || provider.Equals(Aws, StringComparison.OrdinalIgnoreCase)
                ? Aws
            : provider.StartsWith("Google", StringComparison.OrdinalIgnoreCase)
            || provider.Equals("GCP", StringComparison.OrdinalIgnoreCase)
                ? Google
            : provider;
    }
}
