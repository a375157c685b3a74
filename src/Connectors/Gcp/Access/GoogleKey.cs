using System.Security.Cryptography;
using System.Text.Json;
using Google.Apis.Auth.OAuth2;
using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.Access;

/// <summary>A service account's key file.</summary>
/// <param name="Email">The account.</param>
/// <param name="PrivateKey">Its private key, PEM.</param>
/// <param name="TokenUri">Where tokens come from.</param>
internal sealed record GoogleKey(string Email, string PrivateKey, string TokenUri)
{
    private const string DefaultTokenUri = "https://oauth2.googleapis.com/token";

    /// <summary>Reads a key file; what is wrong with it says nothing of its content.</summary>
    public static Result<GoogleKey> Parse(string? text)
    {
        try
        {
            using var json = JsonDocument.Parse(text ?? "");
            var root = json.RootElement;
            if (
                root.ValueKind == JsonValueKind.Object
                && Text(root, "type") == "service_account"
                && Text(root, "client_email") is { } email
                && Text(root, "private_key") is { } key
            )
            {
                using var rsa = RSA.Create();
                rsa.ImportFromPem(key);
                var tokens = Text(root, "token_uri") ?? DefaultTokenUri;
                return SettingValues.IsSafe(tokens)
                    ? new GoogleKey(email, key, tokens)
                    : Wrong("Its token_uri is no https address");
            }

            return Wrong("It is no key of a service account");
        }
        catch (JsonException)
        {
            return Wrong("It is no JSON");
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            return Wrong("Its private key cannot be read");
        }
    }

    /// <summary>The credential for a scope.</summary>
    public ServiceAccountCredential Credential(string scope) =>
        new(
            new ServiceAccountCredential.Initializer(Email, TokenUri)
            {
                Scopes = [scope],
            }.FromPrivateKey(PrivateKey)
        );

    /// <inheritdoc/>
    public override string ToString() => Email;

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static Problem Wrong(string reason) =>
        new(
            ProblemKind.Invalid,
            $"The key file cannot be used. {reason}.",
            "Make a JSON key under IAM, Service accounts, Keys, and paste the whole file.",
            GoogleFields.Key.Name
        );
}
