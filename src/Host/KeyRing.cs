using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Outlay.Kernel;
using Outlay.State;

namespace Outlay.Host;

/// <summary>
/// The keys that encrypt credentials and form tokens. They lie in the data folder; a certificate of the operator's, when one is named,
/// encrypts them in turn, so that a copy of the folder alone opens nothing.
/// </summary>
internal static class KeyRing
{
    private const string CertificateSetting = "Keys:Certificate";
    private const string PasswordSetting = "Keys:Password";

    public static void AddKeys(
        this IServiceCollection services,
        IConfiguration configuration,
        DataFolder folder
    )
    {
        var keys = services
            .AddDataProtection()
            .SetApplicationName("outlay")
            .PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));
        if (configuration[CertificateSetting] is { Length: > 0 } path)
        {
            var certificate = Load(path, configuration);
            keys.ProtectKeysWithCertificate(certificate)
                .UnprotectKeysWithAnyCertificate(certificate);
        }
    }

    /// <summary>What is wrong with the certificate that the settings name; null when there is none or it opens.</summary>
    public static Problem? Check(IConfiguration configuration)
    {
        if (configuration[CertificateSetting] is not { Length: > 0 } path)
        {
            return null;
        }

        try
        {
            using var certificate = Load(path, configuration);
            return certificate.HasPrivateKey ? null : Wrong(path, "it holds no private key.");
        }
        catch (Exception e)
            when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return Wrong(path, e.Message);
        }
    }

    private static X509Certificate2 Load(string path, IConfiguration configuration) =>
        X509CertificateLoader.LoadPkcs12FromFile(path, configuration[PasswordSetting]);

    private static Problem Wrong(string path, string reason) =>
        new(
            ProblemKind.Invalid,
            $"{CertificateSetting} is {path}, which cannot be used: {reason}",
            $"Name a PKCS#12 file with its private key, and its password in {PasswordSetting} (OUTLAY_Keys__Password).",
            CertificateSetting
        );
}
