using System.IO.Compression;
using Outlay.Kernel;

namespace Outlay.Focus.Tests.Conformance;

public class GzipFileTests
{
    private static byte[] Packed(int seed)
    {
        var bytes = new byte[700];
        new Random(seed).NextBytes(bytes);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(bytes);
            gzip.Write(new byte[3000]);
        }

        return packed.ToArray();
    }

    private static async Task<bool> IsWhole(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return await GzipFile.IsWholeAsync(file, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_whole_file_is_whole_in_one_piece_or_several()
    {
        (await IsWhole(Packed(1))).ShouldBeTrue();
        (await IsWhole([.. Packed(1), .. Packed(2), .. Packed(3)])).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_cut_off_at_any_byte_is_not()
    {
        var bytes = Packed(1);
        var believed = new List<int>();
        for (var length = 1; length < bytes.Length; length++)
        {
            if (await IsWhole(bytes[..length]))
            {
                believed.Add(length);
            }
        }

        believed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_with_a_changed_byte_is_not()
    {
        var bytes = Packed(1);
        bytes[300] ^= 1;

        (await IsWhole(bytes)).ShouldBeFalse();
    }
}
