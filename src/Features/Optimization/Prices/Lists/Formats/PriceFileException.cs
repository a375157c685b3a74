namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>A price file cannot be read; the message says where and why.</summary>
internal sealed class PriceFileException : Exception
{
    public PriceFileException() { }

    public PriceFileException(string message)
        : base(message) { }

    public PriceFileException(string message, Exception inner)
        : base(message, inner) { }
}
