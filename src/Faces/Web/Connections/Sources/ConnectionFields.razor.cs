using Microsoft.AspNetCore.Components;
using Outlay.Connections.Sources;
using Outlay.Ingest.Connect;
using Outlay.Kernel;
using Outlay.Web.Components;

namespace Outlay.Web.Connections.Sources;

/// <summary>The inputs of a connection's form, made from what its connector says of itself.</summary>
public sealed partial class ConnectionFields
{
    /// <summary>The connector.</summary>
    [Parameter, EditorRequired]
    public required IConnector Connector { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired]
    public required ConnectionForm Form { get; set; }

    /// <summary>What is wrong with it.</summary>
    [Parameter]
    public IReadOnlyList<Problem> Problems { get; set; } = [];

    /// <summary>The connection that is changed; null for a new one.</summary>
    [Parameter]
    public Connection? Standing { get; set; }

    /// <summary>Secrets that are kept already, by field.</summary>
    [Parameter]
    public IReadOnlyList<string> Secrets { get; set; } = [];

    private bool AdvancedIsWrong =>
        Problems.Any(p =>
            p.Field == "currency" || Connector.Fields.Any(f => f.IsAdvanced && f.Name == p.Field)
        );

    private string? Invalid(string field) => Problems.Any(p => p.Field == field) ? "true" : null;

    private RenderFragment Input(SettingField field) =>
        builder =>
        {
            builder.OpenComponent<SettingInput>(0);
            builder.SetKey(field.Name);
            builder.AddAttribute(1, nameof(SettingInput.Field), field);
            builder.AddAttribute(2, nameof(SettingInput.Value), ValueOf(field));
            builder.AddAttribute(3, nameof(SettingInput.Problems), Problems);
            builder.AddAttribute(4, nameof(SettingInput.IsKept), Secrets.Contains(field.Name));
            builder.AddAttribute(
                5,
                nameof(SettingInput.IsIdle),
                !Form.Settings.Applies(field, Connector.Fields)
            );
            builder.CloseComponent();
        };

    // A secret that was typed is not sent back; the form says that it has to be typed again.
    private string? ValueOf(SettingField field) =>
        field.IsSecret ? null : Form.Values.GetValueOrDefault(field.Name);
}
