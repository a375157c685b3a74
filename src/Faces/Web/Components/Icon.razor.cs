using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>A drawn sign of 16 by 16; never the only carrier of a meaning, so hidden from screen readers.</summary>
public sealed partial class Icon
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["setup"] = "M8 2v6m0 0 2.5-2.5M8 8 5.5 5.5M2.5 9.5v3a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-3",
        ["overview"] =
            "M2.5 2.5h4.5v5h-4.5zM9 2.5h4.5v3h-4.5zM9 8h4.5v5.5h-4.5zM2.5 10h4.5v3.5h-4.5z",
        ["spend"] = "M2.5 13.5h11M4.5 11V7.5M8 11V3M11.5 11V5.5",
        ["budgets"] = "M2.5 12.5 6 8l2.5 2.5 5-6.5M10 4h3.5v3.5",
        ["optimization"] = "M8 13.5A5.5 5.5 0 1 1 13.5 8M8 8l3-3M10.5 13.5l1.5-1 1.5 1",
        ["governance"] =
            "M8 1.8 13 3.800v4c0 3-2 5.2-5 6.4-3-1.2-5-3.4-5-6.400v-4zM5.8 8l1.6 1.6 2.8-3.1",
        ["chargeback"] = "M8 2a6 6 0 1 0 6 6H8zM10.5 1.900A6 6 0 0 1 14 5.5h-3.5z",
        ["settings"] =
            "M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7M10.7 6.300a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.600zM5.2 13.300a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.600z",
        ["menu"] = "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
        ["x"] = "M4 4l8 8M12 4l-8 8",
        ["check"] = "M3 8.5 6.5 12 13 4.5",
        ["alert"] = "M8 2 14.5 13.5h-13zM8 6.5v3M8 11.600v.1",
        ["info"] = "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5V11M8 5.100v.1",
        ["left"] = "M10 3.5 5.5 8l4.5 4.5",
        ["right"] = "M6 3.5 10.5 8 6 12.5",
        ["down"] = "M3.5 6 8 10.5 12.5 6",
        ["calendar"] = "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3",
        ["theme"] = "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 2v12M8 5l4-1M8 8h6M8 11l4 1",
        ["keyboard"] = "M1.5 4h13v8h-13zM4 6.5h.1M6.7 6.5h.1M9.3 6.5h.1M12 6.5h.1M5 9.5h6",
        ["download"] = "M8 2.5v7m0 0L5 6.5M8 9.5l3-3M2.5 13h11",
        ["upload"] = "M8 9.5v-7m0 0L5 5.5M8 2.5l3 3M2.5 13h11",
        ["folder"] =
            "M1.5 4a1 1 0 0 1 1-1h3.300l1.5 1.800h6.200a1 1 0 0 1 1 1V12a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1z",
        ["file"] = "M4 1.800h5l3 3v9.400H4zM9 1.800v3h3",
        ["spark"] =
            "M8 2v3M8 11v3M2 8h3M11 8h3M4 4l1.8 1.800M10.2 10.2 12 12M12 4l-1.8 1.800M5.8 10.2 4 12",
        ["search"] = "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.300l3.2 3.2",
        ["clock"] = "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.5V8l2.5 1.5",
        ["filter"] = "M2 3.5h12M4.5 8h7M6.5 12.5h3",
        ["retry"] = "M13 8a5 5 0 1 1-1.5-3.5M13.5 2v3h-3",
        ["stop"] = "M4 4h8v8H4z",
        ["save"] = "M4 2.5h8v11L8 10.5l-4 3z",
    };

    /// <summary>Which one: setup, overview, spend, budgets, optimization, governance, chargeback, settings, menu, x, check, alert, info, left, right, down, calendar, theme, keyboard, download, upload, folder, file, spark, search, clock, filter, retry, stop, save.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Pixels.</summary>
    [Parameter]
    public int Size { get; set; } = 16;

    private MarkupString Path => new($"<path d=\"{Paths[Name]}\"/>");
}
