using Outlay.Budgets;
using Outlay.Web.Components;

namespace Outlay.Web.Budgets;

/// <summary>States of budgets as words and colours.</summary>
internal static class BudgetLook
{
    public static string Words(BudgetState state) =>
        state switch
        {
            BudgetState.Ahead => "Not begun",
            BudgetState.OnTrack => "On track",
            BudgetState.AtRisk => "At risk",
            BudgetState.Over => "Over",
            BudgetState.Held => "Held",
            _ => state.ToString(),
        };

    public static Tone Tone(BudgetState state) =>
        state switch
        {
            BudgetState.OnTrack or BudgetState.Held => Components.Tone.Good,
            BudgetState.AtRisk => Components.Tone.Warn,
            BudgetState.Over => Components.Tone.Bad,
            _ => Components.Tone.Plain,
        };

    public static string Meaning(BudgetState state) =>
        state switch
        {
            BudgetState.AtRisk => "It is not used up, and the forecast says that it will be.",
            BudgetState.Over => "More was spent than it has.",
            BudgetState.OnTrack => "The forecast stays below it, as far as there is one.",
            _ => "",
        };

    public static string Cadence(BudgetCadence cadence) =>
        cadence switch
        {
            BudgetCadence.Month => "Monthly",
            BudgetCadence.Quarter => "Quarterly",
            BudgetCadence.Year => "Yearly",
            _ => "Chosen days",
        };
}
