using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Outlay.Web.Components;
using Outlay.Web.Shell;

namespace Outlay.Web.Settings;

/// <summary>Appearance, kept in this browser, and the settings the program runs with, read-only.</summary>
public sealed partial class SettingsPage
{
    private static readonly (string Value, string Name)[] Themes =
    [
        ("system", "As the system says"),
        ("light", "Light"),
        ("dark", "Dark"),
    ];

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private Appearance Look { get; set; } = null!;

    [Inject]
    private PageContext Context { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [Inject]
    private IOptions<WebOptions> Options { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "appearance", Name = "theme")]
    private string? Theme { get; set; }

    [SupplyParameterFromForm(FormName = "appearance", Name = "shortcuts")]
    private string? Shortcuts { get; set; }

    private WebOptions Facts => Options.Value;

    private void Save()
    {
        Appearance.Keep(Http, Appearance.ThemeCookie, Theme is "light" or "dark" ? Theme : null);
        Appearance.Keep(Http, Appearance.ShortcutsCookie, Shortcuts == "on" ? null : "off");
        Flash.Say(Tone.Good, "Saved in this browser.");
        Navigator.NavigateTo("/settings");
    }
}
