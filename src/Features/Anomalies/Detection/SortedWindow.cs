namespace Outlay.Anomalies.Detection;

/// <summary>The last values in sorted order, so that a median costs a look-up and a new value one shift of a short array.</summary>
internal sealed class SortedWindow(int capacity)
{
    private readonly double[] _arrivals = new double[capacity];
    private readonly double[] _sorted = new double[capacity];
    private int _next;

    public int Count { get; private set; }

    public ReadOnlySpan<double> Sorted => _sorted.AsSpan(0, Count);

    public void Add(double value)
    {
        if (Count == capacity)
        {
            Remove(_arrivals[_next]);
        }

        _arrivals[_next] = value;
        _next = (_next + 1) % capacity;
        var place = Place(value);
        _sorted.AsSpan(place, Count - place).CopyTo(_sorted.AsSpan(place + 1));
        _sorted[place] = value;
        Count++;
    }

    public void Clear() => Count = _next = 0;

    private void Remove(double value)
    {
        var place = Place(value);
        _sorted.AsSpan(place + 1, Count - place - 1).CopyTo(_sorted.AsSpan(place));
        Count--;
    }

    private int Place(double value)
    {
        var place = Sorted.BinarySearch(value);
        return place < 0 ? ~place : place;
    }
}
