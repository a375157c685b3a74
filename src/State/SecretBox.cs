using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Outlay.Kernel;

namespace Outlay.State;

/// <summary>Encrypts secrets before they touch the disk, by the data protection keys of the data folder.</summary>
/// <param name="protection">The keys.</param>
/// <param name="purpose">Whose secrets; another purpose cannot open them.</param>
public sealed class SecretBox(IDataProtectionProvider protection, string purpose)
{
    private readonly IDataProtector _protector = protection.CreateProtector(purpose);

    /// <summary>What is kept; null for no secrets.</summary>
    public string? Close(IReadOnlyDictionary<string, string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return secrets.Count == 0 ? null : _protector.Protect(JsonSerializer.Serialize(secrets));
    }

    /// <summary>The secrets of what is kept; a problem when the keys that closed it are gone.</summary>
    /// <param name="owner">What the secrets belong to, as people call it.</param>
    /// <param name="kept">What is kept.</param>
    public Result<IReadOnlyDictionary<string, string>> Open(string owner, string? kept)
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
                $"The credentials of {owner} cannot be decrypted: the keys that encrypted them are not in this data folder.",
                "Restore the folder keys of the data folder, or enter the credentials again."
            );
        }
    }
}
