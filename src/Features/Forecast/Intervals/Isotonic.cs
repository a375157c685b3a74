namespace Outlay.Forecast.Intervals;

/// <summary>The nearest non-decreasing sequence in least squares, by pooling adjacent violators (Ayer et al. 1955).</summary>
internal static class Isotonic
{
    public static double[] Rising(double[] values)
    {
        var blocks = new Stack<(double Sum, int Count)>();
        foreach (var value in values)
        {
            var block = (Sum: value, Count: 1);
            while (
                blocks.TryPeek(out var before)
                && before.Sum / before.Count >= block.Sum / block.Count
            )
            {
                _ = blocks.Pop();
                block = (before.Sum + block.Sum, before.Count + block.Count);
            }

            blocks.Push(block);
        }

        return [.. blocks.Reverse().SelectMany(b => Enumerable.Repeat(b.Sum / b.Count, b.Count))];
    }
}
