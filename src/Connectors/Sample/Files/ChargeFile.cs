using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Outlay.Connectors.Sample.Files;

/// <summary>Writes one export file row by row, under a temporary name until it is whole.</summary>
internal sealed class ChargeFile : IDisposable
{
    private readonly string _path;
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[1 << 17];
    private int _used;

    public ChargeFile(string path, bool compressed, IReadOnlyList<string> columns)
    {
        _path = path;
        var file = new FileStream(Unfinished(path), FileMode.Create, FileAccess.Write);
        _stream = compressed ? new GZipStream(file, CompressionLevel.Fastest) : file;
        Put(Encoding.UTF8.GetBytes(string.Join(',', columns) + "\n"));
    }

    public long Rows { get; private set; }

    public void Write(ChargeTemplate template, byte[] start, byte[] end, in ChargeAmounts amounts)
    {
        if (_used + template.MostBytes > _buffer.Length)
        {
            Flush();
        }

        foreach (var (before, hole) in template.Parts)
        {
            Put(before);
            switch (hole)
            {
                case Hole.Start:
                    Put(start);
                    break;
                case Hole.End:
                    Put(end);
                    break;
                default:
                    Put(Amount(hole, amounts));
                    break;
            }
        }

        Put(template.Last);
        Rows++;
    }

    /// <summary>Gives the file its name; gives its size.</summary>
    public long Finish()
    {
        Flush();
        _stream.Dispose();
        File.Move(Unfinished(_path), _path, overwrite: true);
        return new FileInfo(_path).Length;
    }

    public void Dispose()
    {
        _stream.Dispose();
        File.Delete(Unfinished(_path));
    }

    private static string Unfinished(string path) => path + ".part";

    private static decimal? Amount(Hole hole, in ChargeAmounts amounts) =>
        hole switch
        {
            Hole.Billed => amounts.Billed,
            Hole.Effective => amounts.Effective,
            Hole.Contracted => amounts.Contracted,
            Hole.List => amounts.List,
            Hole.PricingQuantity => amounts.PricingQuantity,
            Hole.ConsumedQuantity => amounts.ConsumedQuantity,
            Hole.CommitmentQuantity => amounts.CommitmentQuantity,
            Hole.Start or Hole.End => throw new InvalidOperationException($"{hole} is an instant."),
            _ => throw new InvalidOperationException($"{hole} is not a hole."),
        };

    private void Put(decimal? amount)
    {
        if (amount is not { } number)
        {
            return;
        }

        number.TryFormat(
            _buffer.AsSpan(_used),
            out var written,
            default,
            CultureInfo.InvariantCulture
        );
        var text = _buffer.AsSpan(_used, written);
        _used += text.Contains((byte)'.')
            ? text.TrimEnd((byte)'0').TrimEnd((byte)'.').Length
            : written;
    }

    private void Put(byte[] bytes)
    {
        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    private void Flush()
    {
        _stream.Write(_buffer, 0, _used);
        _used = 0;
    }
}
