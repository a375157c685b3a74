namespace Outlay.Spend.Export;

/// <summary>Keeps spreadsheets from running a text that came with a bill as a formula.</summary>
internal static class FormulaGuard
{
    private const string Starts = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    /// <summary>The text, with an apostrophe before a start that a spreadsheet would run.</summary>
    public static string Text(string text) =>
        text.Length > 0 && Starts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
