namespace Outlay.Kernel;

/// <summary>One call of a connection's test.</summary>
/// <param name="Name">What is tried, such as <c>List the export's folder</c>.</param>
/// <param name="Found">What came back, in a few words; null when it failed.</param>
/// <param name="Problem">Why it did not work and what to do; null when it worked.</param>
public sealed record TestStep(string Name, string? Found, Problem? Problem = null);
