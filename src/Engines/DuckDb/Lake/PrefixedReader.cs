namespace Outlay.Engines.DuckDb.Lake;

/// <summary>Text that was read ahead, then the rest.</summary>
internal sealed class PrefixedReader(string start, TextReader rest) : TextReader
{
    private int _position;

    public override int Peek() => _position < start.Length ? start[_position] : rest.Peek();

    public override int Read() => _position < start.Length ? start[_position++] : rest.Read();

    public override int Read(char[] buffer, int index, int count)
    {
        if (_position >= start.Length)
        {
            return rest.Read(buffer, index, count);
        }

        var copied = Math.Min(count, start.Length - _position);
        start.CopyTo(_position, buffer, index, copied);
        _position += copied;
        return copied;
    }
}
