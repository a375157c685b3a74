using System.Runtime.CompilerServices;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Outlay.Kernel;

namespace Outlay.Connectors.Aws.Exports;

/// <summary>Acts as a connection's settings say: by key or as the machine, and as a role if one is named.</summary>
internal sealed class AwsSession
{
    private const string SessionName = "outlay";
    private const string DefaultRegion = "us-east-1";

    // The caller tries again too, with longer waits; here only the short hiccups of a busy service are passed over.
    private const int Attempts = 2;

    private static readonly ConditionalWeakTable<SettingValues, AwsSession> Sessions = [];
    private readonly SettingValues _settings;
    private readonly Lazy<AmazonS3Client> _s3;
    private readonly Lazy<AWSCredentials> _credentials;

    private AwsSession(SettingValues settings)
    {
        _settings = settings;
        _credentials = new(Credentials);
        _s3 = new(MakeS3);
    }

    /// <summary>The bucket's client.</summary>
    public AmazonS3Client S3 => _s3.Value;

    /// <summary>The credentials that calls are signed with.</summary>
    public AWSCredentials Signer => _credentials.Value;

    /// <summary>Region that is set, else us-east-1.</summary>
    public string Region => RegionOf(_settings);

    /// <summary>The session of settings; the same while they live, so that a role is assumed once for all files.</summary>
    public static AwsSession Of(SettingValues settings) =>
        Sessions.GetValue(settings, s => new AwsSession(s));

    /// <summary>Region that is set, else us-east-1.</summary>
    public static string RegionOf(SettingValues settings) =>
        settings[AwsFields.Region.Name] ?? DefaultRegion;

    /// <summary>Who the settings sign in as, role included.</summary>
    public async Task<(string Arn, string Account)> CallerAsync(CancellationToken cancellationToken)
    {
        using var sts = Sts(Signer);
        var caller = await sts.GetCallerIdentityAsync(
            new GetCallerIdentityRequest(),
            cancellationToken
        );
        return (caller.Arn, caller.Account);
    }

    /// <summary>The credentials of another role, which the settings' identity assumes; they renew themselves.</summary>
    public AWSCredentials As(string role, string? externalId) =>
        new RoleCredentials(() => Sts(Signer), role, externalId);

    private AmazonS3Client MakeS3()
    {
        var config = new AmazonS3Config
        {
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = Attempts,
        };
        if (_settings[AwsFields.Endpoint.Name] is { } endpoint)
        {
            config.ServiceURL = endpoint;
            config.ForcePathStyle = true;
            config.AuthenticationRegion = Region;
            // Compatible storage need not know AWS's newer checksums.
            config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;
            config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        }

        return new AmazonS3Client(Signer, config);
    }

    private AWSCredentials Credentials()
    {
        var own = Own();
        return _settings[AwsFields.Role.Name] is { } role
            ? new RoleCredentials(() => Sts(own), role, _settings[AwsFields.ExternalId.Name])
            : own;
    }

    private AWSCredentials Own()
    {
        if (_settings[AwsFields.Access.Name] == AwsFields.ByKey)
        {
            return new BasicAWSCredentials(
                _settings[AwsFields.AccessKey.Name],
                _settings[AwsFields.SecretKey.Name]
            );
        }

        if (_settings[AwsFields.Profile.Name] is not { } profile)
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials();
        }

        return new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var found)
            ? found
            : throw new AmazonClientException($"This machine has no AWS profile {profile}.");
    }

    private AmazonSecurityTokenServiceClient Sts(AWSCredentials credentials)
    {
        var config = new AmazonSecurityTokenServiceConfig
        {
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = Attempts,
        };
        if (_settings[AwsFields.Endpoint.Name] is { } endpoint)
        {
            config.ServiceURL = endpoint;
            config.AuthenticationRegion = Region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        }

        return new AmazonSecurityTokenServiceClient(credentials, config);
    }

    private sealed class RoleCredentials(
        Func<AmazonSecurityTokenServiceClient> sts,
        string role,
        string? externalId
    ) : RefreshingAWSCredentials
    {
        protected override CredentialsRefreshState GenerateNewCredentials() =>
            GenerateNewCredentialsAsync().GetAwaiter().GetResult();

        protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
        {
            using var client = sts();
            var assumed = await client.AssumeRoleAsync(
                new AssumeRoleRequest
                {
                    RoleArn = role,
                    RoleSessionName = SessionName,
                    ExternalId = externalId,
                }
            );
            return new CredentialsRefreshState(
                assumed.Credentials.GetCredentials(),
                assumed.Credentials.Expiration
                    ?? TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(15)
            );
        }
    }
}
