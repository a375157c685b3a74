using Microsoft.AspNetCore.Components;
using Outlay.Query;
using Outlay.Web.Shell;

namespace Outlay.Web.Spend;

/// <summary>Downloads of what is shown and of the charges behind it.</summary>
public sealed partial class ExportMenu
{
    /// <summary>The state of the page.</summary>
    [Parameter, EditorRequired]
    public SpendView View { get; set; } = null!;

    private string Charges(string path) =>
        Address.Of(
            path,
            QueryAddress.Parameters(
                new CostQuery
                {
                    Period = View.Query.Period,
                    Metric = View.Query.Metric,
                    Currency = View.Query.Currency,
                    Filter = View.Query.Filter,
                    Exclude = View.Query.Exclude,
                }
            )
        );
}
