using System.Globalization;
using System.Text;

namespace Outlay.Connectors.Sample;

/// <summary>
/// Repeatable randomness: a number that depends only on the seed and the names it was derived by, so that any file can be made
/// alone and in any order and still comes out the same.
/// </summary>
internal readonly record struct Chance(ulong State)
{
    public static Chance From(long seed) => new(Mix(unchecked((ulong)seed)));

    public Chance Of(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in name)
        {
            hash = unchecked((hash ^ character) * 1099511628211UL);
        }

        return new(Mix(State ^ hash));
    }

    public Chance Of(long number) =>
        new(Mix(unchecked(State + ((ulong)number * 0x9E3779B97F4A7C15UL))));

    /// <summary>A whole number from 0 to <paramref name="limit"/> - 1.</summary>
    public int Below(int limit) => (int)((State >> 32) % (ulong)limit);

    /// <summary>Whether it happens, in so many of 100 cases.</summary>
    public bool InPercent(int percent) => Below(100) < percent;

    /// <summary>A number between two bounds, in 2000 steps.</summary>
    public decimal Between(decimal low, decimal high) => low + ((high - low) * Below(2001) / 2000m);

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public string Hex(int digits) => Text(digits, "0123456789abcdef");

    public string Number(int digits) => Text(digits, "1234567890");

    public string Code(int characters) => Text(characters, "23456789ABCDEFGHJKMNPQRSTUVWXYZ");

    public string Uuid() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Of(1).Hex(8)}-{Of(2).Hex(4)}-4{Of(3).Hex(3)}-a{Of(4).Hex(3)}-{Of(5).Hex(12)}"
        );

    private string Text(int length, string alphabet)
    {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++)
        {
            text.Append(alphabet[Of(i + 101).Below(alphabet.Length)]);
        }

        return text.ToString();
    }

    // The finaliser of SplitMix64.
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15UL;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
