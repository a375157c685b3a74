using System.Buffers;
using System.Runtime.InteropServices;

namespace Outlay.Anomalies.Causes;

/// <summary>The leaves summed over all but a few dimensions.</summary>
internal sealed class Cuboid(LeafTable table, int[] dimensions)
{
    // A direct table of this size stays in the processor's cache; beyond it hashing is cheaper.
    private const long LargestDirectTable = 1 << 18;

    /// <summary>The elements that moved further than <paramref name="smallest"/>, in its direction.</summary>
    public List<Element> Elements(double smallest)
    {
        var ids = ArrayPool<int>.Shared.Rent(table.Count);
        try
        {
            var keys = Number(ids.AsSpan(0, table.Count));
            return Sum(ids.AsSpan(0, table.Count), keys, smallest);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(ids);
        }
    }

    /// <summary>Gives every leaf the number of its element and returns the key of every number.</summary>
    private List<long> Number(Span<int> ids)
    {
        var keys = new List<long>();
        var size = Size();
        var direct = size <= LargestDirectTable ? new int[size] : null;
        var hashed = new Dictionary<long, int>();
        for (var leaf = 0; leaf < ids.Length; leaf++)
        {
            var key = Key(leaf);
            ref var number = ref direct is null
                ? ref CollectionsMarshal.GetValueRefOrAddDefault(hashed, key, out _)
                : ref direct[key];
            if (number == 0)
            {
                keys.Add(key);
                number = keys.Count;
            }

            ids[leaf] = number - 1;
        }

        return keys;
    }

    private List<Element> Sum(ReadOnlySpan<int> ids, List<long> keys, double smallest)
    {
        var expected = new double[keys.Count];
        var actual = new double[keys.Count];
        for (var leaf = 0; leaf < ids.Length; leaf++)
        {
            expected[ids[leaf]] += table.Expected[leaf];
            actual[ids[leaf]] += table.Actual[leaf];
        }

        var places = new int[keys.Count];
        var chosen = new List<int>();
        for (var id = 0; id < places.Length; id++)
        {
            var delta = actual[id] - expected[id];
            var moves = smallest > 0 ? delta > smallest : delta < smallest;
            places[id] = moves ? chosen.Count : -1;
            if (moves)
            {
                chosen.Add(id);
            }
        }

        return Measure(ids, places, chosen, expected, actual, keys);
    }

    private List<Element> Measure(
        ReadOnlySpan<int> ids,
        int[] places,
        List<int> chosen,
        double[] expected,
        double[] actual,
        List<long> keys
    )
    {
        var leaves = new int[chosen.Count];
        var moved = new double[chosen.Count];
        var ripple = new double[chosen.Count];
        for (var leaf = 0; leaf < ids.Length; leaf++)
        {
            var id = ids[leaf];
            var place = places[id];
            if (place < 0)
            {
                continue;
            }

            var before = table.Expected[leaf];
            var after = table.Actual[leaf];
            leaves[place]++;
            moved[place] += Math.Abs(after - before);

            // New cost follows no proportion and is taken as told in full.
            ripple[place] +=
                expected[id] > 0 ? Math.Abs(after - (before * actual[id] / expected[id])) : 0;
        }

        return
        [
            .. chosen.Select(
                (id, place) =>
                    new Element(
                        keys[id],
                        Values(keys[id]),
                        expected[id],
                        actual[id],
                        leaves[place],
                        moved[place],
                        ripple[place]
                    )
            ),
        ];
    }

    private long Size()
    {
        var size = 1L;
        foreach (var dimension in dimensions)
        {
            size *= table.Cardinality(dimension);
        }

        return size;
    }

    private long Key(int leaf)
    {
        var key = 0L;
        foreach (var dimension in dimensions)
        {
            key = (key * table.Cardinality(dimension)) + table.Codes[dimension][leaf];
        }

        return key;
    }

    private DimensionValue[] Values(long key)
    {
        var values = new DimensionValue[dimensions.Length];
        for (var i = dimensions.Length - 1; i >= 0; i--)
        {
            var cardinality = table.Cardinality(dimensions[i]);
            values[i] = new(dimensions[i], (int)(key % cardinality));
            key /= cardinality;
        }

        return values;
    }
}
