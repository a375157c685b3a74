namespace Outlay.Kernel;

/// <summary>Something to copy into the provider's console or a terminal.</summary>
/// <param name="Title">What it is and where it goes.</param>
/// <param name="Text">The text, with the user's own names filled in.</param>
public sealed record SetupSnippet(string Title, string Text);
