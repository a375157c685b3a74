namespace Outlay.Web.Charts;

/// <summary>Gives names their colours: the same name has the same palette slot on every page.</summary>
public static class SeriesColors
{
    /// <summary>Number of named slots; slot 0 is "Other".</summary>
    public const int Slots = 8;

    // Clouds keep a colour that people expect and that stays apart from its neighbours in every kind of sight.
    private static readonly Dictionary<string, int> Fixed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AWS"] = 2,
        ["Amazon Web Services"] = 2,
        ["Amazon Web Services, Inc."] = 2,
        ["Azure"] = 1,
        ["Microsoft"] = 1,
        ["Microsoft Azure"] = 1,
        ["Google Cloud"] = 3,
        ["Google Cloud Platform"] = 3,
        ["GCP"] = 3,
        ["Oracle"] = 8,
        ["Oracle Cloud"] = 8,
        ["Oracle Cloud Infrastructure"] = 8,
        ["OCI"] = 8,
    };

    /// <summary>The slot a name asks for, 1 to 8; 0 for no name. Stable over runs and machines.</summary>
    /// <param name="dimension">Key of the dimension the name belongs to.</param>
    /// <param name="name">The value.</param>
    public static int SlotFor(string dimension, string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return 0;
        }

        return Fixed.TryGetValue(name, out var slot)
            ? slot
            : (int)(Hash(dimension + "\n" + name) % Slots) + 1;
    }

    /// <summary>
    /// Slots for names that stand in one chart, largest first. Where two ask for the same slot, the larger keeps it and the
    /// other takes the next free one, so that up to eight names never share a colour.
    /// </summary>
    public static IReadOnlyList<int> Assign(string dimension, IReadOnlyList<string?> names)
    {
        var taken = new bool[Slots + 1];
        var slots = new int[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            var slot = SlotFor(dimension, names[i]);
            for (var tries = 1; slot != 0 && taken[slot] && tries < Slots; tries++)
            {
                slot = (slot % Slots) + 1;
            }

            taken[slot] = slot != 0;
            slots[i] = slot;
        }

        return slots;
    }

    private static uint Hash(string text)
    {
        unchecked
        {
            var hash = 2166136261u;
            foreach (var character in text.ToUpperInvariant())
            {
                hash = (hash ^ character) * 16777619u;
            }

            // The low bits of the plain hash of short names cluster.
            hash ^= hash >> 15;
            return hash * 2654435761u >> 8;
        }
    }
}
