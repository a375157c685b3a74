using Outlay.Kernel;

namespace Outlay.Alerts.Channels;

/// <summary>Everything a face can ask of alert channels: list, make, change, test, pause, delete.</summary>
public sealed class ChannelBook
{
    private const int LongestName = 60;
    private readonly ChannelStore _store;
    private readonly AlertAddress _address;

    internal ChannelBook(ChannelStore store, ChannelKinds kinds, AlertAddress address)
    {
        _store = store;
        _address = address;
        Kinds = kinds;
    }

    /// <summary>The kinds of channel there are.</summary>
    public ChannelKinds Kinds { get; }

    /// <summary>All channels, by name.</summary>
    public IReadOnlyList<Channel> All() => _store.All();

    /// <summary>One; null when unknown.</summary>
    public Channel? Find(long id) => _store.Find(id);

    /// <summary>Which secrets a channel has, by the names of their fields.</summary>
    public IReadOnlyList<string> SecretsOf(Channel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var all = _store.Open(channel.Id);
        return all.IsOk ? [.. all.Value.Values.Keys.Except(channel.Settings.Values.Keys)] : [];
    }

    /// <summary>All that is wrong with a new channel, or with the changes to one that stands.</summary>
    public IReadOnlyList<Problem> Check(ChannelDraft draft, Channel? standing = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var kind = Kinds.Get(draft.Kind);
        if (!kind.IsOk)
        {
            return [kind.Problem];
        }

        var settings = Whole(draft, standing).Settings;
        var lacking = settings.Lacking(kind.Value.Fields).ToList();
        return
        [
            .. CheckName(draft.Name, standing),
            .. lacking.Count > 0 ? lacking : kind.Value.Check(settings),
            .. draft.Terms.Check(),
        ];
    }

    /// <summary>Makes a channel; the first of the problems when it cannot be.</summary>
    public Result<Channel> Create(ChannelDraft draft) =>
        Check(draft) is [var first, ..]
            ? first
            : _store.Find(_store.Add(draft, Kinds.Get(draft.Kind).Value.Fields))!;

    /// <summary>Changes a channel; secrets that the draft leaves out stay.</summary>
    public Result<Channel> Change(long id, ChannelDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (_store.Find(id) is not { } standing)
        {
            return Unknown(id);
        }

        var named = draft with { Kind = standing.Kind };
        if (Check(named, standing) is [var first, ..])
        {
            return first;
        }

        _store.Change(id, Whole(named, standing), Kinds.Get(named.Kind).Value.Fields);
        return _store.Find(id)!;
    }

    /// <summary>Lets a channel rest, or go on.</summary>
    public Result<Channel> Pause(long id, bool paused)
    {
        _store.Pause(id, paused);
        return _store.Find(id) is { } channel ? channel : Unknown(id);
    }

    /// <summary>Deletes a channel with its log.</summary>
    /// <returns>The channel as it was.</returns>
    public Result<Channel> Delete(long id)
    {
        if (_store.Find(id) is not { } channel)
        {
            return Unknown(id);
        }

        _store.Delete(id);
        return channel;
    }

    /// <summary>Sends a message that says only that messages arrive, at once and whatever the hours.</summary>
    public async Task<Result<string>> TestAsync(long id, CancellationToken cancellationToken)
    {
        if (_store.Find(id) is not { } channel)
        {
            return Unknown(id);
        }

        var settings = _store.Open(id);
        return settings.IsOk
            ? await Kinds
                .Get(channel.Kind)
                .Value.SendAsync(
                    settings.Value,
                    AlertMessage.Test(channel.Name, _address.Root),
                    cancellationToken
                )
            : settings.Problem;
    }

    // A secret is never sent to a face, so a form sends back only those that a person typed anew.
    private ChannelDraft Whole(ChannelDraft draft, Channel? standing)
    {
        if (standing is null || Kinds.Find(draft.Kind) is not { } kind)
        {
            return draft;
        }

        var kept = _store.Open(standing.Id);
        var values = new Dictionary<string, string>(draft.Settings.Values, StringComparer.Ordinal);
        foreach (var field in kind.Fields.Where(f => f.IsSecret && draft.Settings[f.Name] is null))
        {
            if (kept.IsOk && kept.Value[field.Name] is { } secret)
            {
                values[field.Name] = secret;
            }
        }

        return draft with
        {
            Settings = new SettingValues(values),
        };
    }

    private IEnumerable<Problem> CheckName(string name, Channel? standing)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > LongestName)
        {
            yield return new Problem(
                ProblemKind.Invalid,
                string.IsNullOrWhiteSpace(name)
                    ? "The channel has no name."
                    : $"The name is longer than {LongestName} characters.",
                "Name it after who reads it, such as FinOps team.",
                "name"
            );
        }
        else if (
            !string.Equals(name.Trim(), standing?.Name, StringComparison.OrdinalIgnoreCase)
            && _store.Has(name.Trim())
        )
        {
            yield return new Problem(
                ProblemKind.Conflict,
                $"There is a channel {name.Trim()} already.",
                "Choose another name, or change that one.",
                "name"
            );
        }
    }

    private static Problem Unknown(long id) =>
        new(ProblemKind.NotFound, $"There is no channel {id}.");
}
