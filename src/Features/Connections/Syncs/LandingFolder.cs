using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Outlay.Ingest.Connect;
using Outlay.Kernel;
using Outlay.State;

namespace Outlay.Connections.Syncs;

/// <summary>
/// Where fetched files wait for their import: a folder a connection, in it one a delivery. A file has its own name only when it is whole,
/// so that a sync that lost its process goes on with what is missing.
/// </summary>
internal sealed class LandingFolder(DataFolder data)
{
    private const string Unfinished = ".part";

    /// <summary>The folder of a delivery.</summary>
    public string Of(long connectionId, RemoteDelivery delivery)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(delivery.Version));
        return Path.Combine(
            Root(connectionId),
            $"{delivery.Period}-{Convert.ToHexStringLower(hash)[..12]}"
        );
    }

    /// <summary>Place of a file in its delivery's folder; the problem of a name that leads out of it.</summary>
    public static Result<string> Place(string folder, RemoteFile file)
    {
        var parts = file.Name.Split('/', '\\');
        var safe = parts.All(p =>
            p is not ("" or "." or "..")
            && !p.StartsWith('.')
            && p.IndexOfAny(Path.GetInvalidFileNameChars()) < 0
        );
        return safe
            ? Path.Combine([folder, .. parts])
            : new Problem(
                ProblemKind.Invalid,
                $"The file name {file.Name} cannot be kept on this machine.",
                "Rename it at the provider."
            );
    }

    /// <summary>Name of a file while it is not whole.</summary>
    public static string Part(string place) => place + Unfinished;

    /// <summary>Deletes the deliveries of a connection other than those named: newer ones have taken their place.</summary>
    public void Sweep(long connectionId, IEnumerable<RemoteDelivery> wanted)
    {
        var root = Root(connectionId);
        if (!Directory.Exists(root))
        {
            return;
        }

        var kept = wanted.Select(d => Of(connectionId, d)).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in Directory.EnumerateDirectories(root).Where(f => !kept.Contains(f)))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Deletes everything of a connection.</summary>
    public void Empty(long connectionId)
    {
        if (Directory.Exists(Root(connectionId)))
        {
            Directory.Delete(Root(connectionId), recursive: true);
        }
    }

    /// <summary>Lets one process at a time synchronise a connection; null while another does. A process that dies lets go.</summary>
    public IDisposable? TryLock(long connectionId)
    {
        var root = Root(connectionId);
        Directory.CreateDirectory(root);
        try
        {
            return new FileStream(
                Path.Combine(root, "sync.lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException)
        {
            return null;
        }
    }

    private string Root(long connectionId) =>
        Path.Combine(data.Landing, connectionId.ToString(CultureInfo.InvariantCulture));
}
