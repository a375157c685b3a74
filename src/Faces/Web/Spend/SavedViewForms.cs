using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outlay.Kernel;
using Outlay.Spend.Views;
using Outlay.Web.Components;
using Outlay.Web.Shell;

namespace Outlay.Web.Spend;

/// <summary>The forms of the saved views; each leads back to the view it was sent from and says there what came of it.</summary>
internal static class SavedViewForms
{
    public static IResult Save(
        [FromForm] string? name,
        [FromForm] string? parameters,
        SavedViews views,
        Flash flash
    ) => Back(views.Save(name, parameters ?? ""), "saved", flash, parameters);

    public static IResult Rename(
        long id,
        [FromForm] string? name,
        [FromForm] string? parameters,
        SavedViews views,
        Flash flash
    ) => Back(views.Rename(id, name), "renamed", flash, parameters);

    public static IResult Delete(
        long id,
        [FromForm] string? parameters,
        SavedViews views,
        Flash flash
    ) => Back(views.Delete(id), "deleted", flash, parameters);

    private static IResult Back(
        Result<SavedView> outcome,
        string done,
        Flash flash,
        string? parameters
    )
    {
        if (outcome.Problem is { } problem)
        {
            flash.Say(problem);
        }
        else
        {
            flash.Say(Tone.Good, $"View '{outcome.Value.Name}' {done}.");
        }

        // The fixed beginning keeps the way back on this site whatever the field holds.
        return Results.LocalRedirect($"{SpendView.Path}?{parameters}");
    }
}
