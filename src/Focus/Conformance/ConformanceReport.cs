namespace Outlay.Focus.Conformance;

/// <summary>What a file's check against the FOCUS rules of its version found.</summary>
/// <param name="File">File name.</param>
/// <param name="Version">Version told by its headers.</param>
/// <param name="Rows">Rows checked.</param>
/// <param name="Rules">Number of rules checked.</param>
/// <param name="Findings">Broken rules, errors first, then by count.</param>
public sealed record ConformanceReport(
    string File,
    FocusVersion Version,
    long Rows,
    int Rules,
    IReadOnlyList<Finding> Findings
);
