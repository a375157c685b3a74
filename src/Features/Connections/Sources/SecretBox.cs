using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Outlay.Kernel;

namespace Outlay.Connections.Sources;

/// <summary>Encrypts secrets before they touch the disk, by the data protection keys of the data folder.</summary>
internal sealed class SecretBox(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector(
        "Outlay.Connections.Secrets"
    );

    /// <summary>What is kept; null for no secrets.</summary>
    public string? Close(IReadOnlyDictionary<string, string> secrets) =>
        secrets.Count == 0 ? null : _protector.Protect(JsonSerializer.Serialize(secrets));

    /// <summary>The secrets of what is kept; a problem when the keys that closed it are gone.</summary>
    public Result<IReadOnlyDictionary<string, string>> Open(string connection, string? kept)
    {
        if (kept is null)
        {
            return new Dictionary<string, string>();
        }

        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(
                    _protector.Unprotect(kept)
                ) ?? [];
        }
        catch (CryptographicException)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"The credentials of {connection} cannot be decrypted: the keys that encrypted them are not in this data folder.",
                "Restore the folder keys of the data folder, or enter the credentials again."
            );
        }
    }
}
