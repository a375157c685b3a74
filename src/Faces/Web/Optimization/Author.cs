namespace Outlay.Web.Optimization;

/// <summary>Who decides, as long as nobody signs in: the pages are open on this machine alone.</summary>
internal static class Author
{
    public const string Web = "local user, by the pages";
}
