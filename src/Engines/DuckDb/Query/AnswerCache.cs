using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>What an answer depends on: the days asked for, the lake's revision and how far its deliveries are in.</summary>
internal sealed record AnswerKey(
    string Query,
    string Range,
    string? PriorRange,
    long Revision,
    long RatesRevision,
    DateOnly? IncompleteFrom
);

/// <summary>The last answers, as pages ask the same question again and again. Large ones are not kept.</summary>
internal sealed class AnswerCache(int capacity)
{
    private const int MostCells = 10_000;

    private readonly Lock _lock = new();
    private readonly LinkedList<(AnswerKey Key, CostTable Table)> _recent = [];
    private readonly Dictionary<
        AnswerKey,
        LinkedListNode<(AnswerKey Key, CostTable Table)>
    > _nodes = [];

    public CostTable? Find(AnswerKey key)
    {
        lock (_lock)
        {
            if (!_nodes.TryGetValue(key, out var node))
            {
                return null;
            }

            _recent.Remove(node);
            _recent.AddFirst(node);
            return node.Value.Table;
        }
    }

    public void Keep(AnswerKey key, CostTable table)
    {
        var cells = (table.Rows.Count + table.Totals.Count) * (table.Buckets.Count + 1);
        lock (_lock)
        {
            if (capacity < 1 || cells > MostCells || _nodes.ContainsKey(key))
            {
                return;
            }

            _nodes.Add(key, _recent.AddFirst((key, table)));
            while (_nodes.Count > capacity && _recent.Last is { } oldest)
            {
                _nodes.Remove(oldest.Value.Key);
                _recent.RemoveLast();
            }
        }
    }
}
