using Microsoft.AspNetCore.Components;
using Outlay.Kernel;

namespace Outlay.Web.Connections;

/// <summary>The options that both import forms share.</summary>
public sealed partial class ImportOptionFields
{
    /// <summary>Keeps the ids of the two forms apart.</summary>
    [Parameter, EditorRequired]
    public string Prefix { get; set; } = "";

    /// <summary>What stands before the names of the fields: a page's form parameter and a dot.</summary>
    [Parameter]
    public string NamePrefix { get; set; } = "";

    /// <summary>What was typed.</summary>
    [Parameter]
    public ImportForm Form { get; set; } = new();

    /// <summary>What was wrong with it.</summary>
    [Parameter]
    public Problem? Problem { get; set; }

    private string Id(string field) => $"{Prefix}-{field}";

    private string Name(string field) => NamePrefix + field;

    private string? Wrong(string field) => Problem?.Field == field ? "true" : null;
}
