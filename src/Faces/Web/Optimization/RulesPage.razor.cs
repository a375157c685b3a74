using Microsoft.AspNetCore.Components;
using Outlay.Alerts;
using Outlay.Kernel;
using Outlay.Optimization.Findings;
using Outlay.Web.Components;
using Outlay.Web.Shell;

namespace Outlay.Web.Optimization;

/// <summary>The rules, which of them are on, and the bounds they go by.</summary>
public sealed partial class RulesPage
{
    [Inject]
    private FindingBook Book { get; set; } = null!;

    [Inject]
    private AlertSignal Signal { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "rules")]
    private RulesForm? Form { get; set; }

    private RulesForm Typed => Form ?? RulesForm.Of(Book.Settings);

    private Problem? Wrong { get; set; }

    private void Save()
    {
        var read = Typed.Read(Book.Settings);
        Wrong = read.Problem ?? Book.Set(read.Value).Problem;
        if (Wrong is null)
        {
            Signal.Set();
            Flash.Say(Tone.Good, "Kept; everything is judged anew now.");
            Navigator.NavigateTo(OptimizationLook.Rules);
        }
    }
}
