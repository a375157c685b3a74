using Outlay.Query;
using Outlay.Web.Components;

namespace Outlay.Web.Spend;

/// <summary>Heads of columns as links that sort by them.</summary>
internal static class SortLinks
{
    /// <summary>The view sorted by a key: names from A, numbers from the largest; the other way round when it is sorted so already.</summary>
    public static string By(SpendView view, SortKey key)
    {
        var sort = view.Query.Sort;
        var descending = sort.Key == key ? !sort.Descending : key != SortKey.Name;
        return view.With(view.Query with { Sort = new(key, descending) }).Href;
    }

    public static SortDirection? Now(SpendView view, SortKey key) =>
        view.Query.Sort.Key != key ? null
        : view.Query.Sort.Descending ? SortDirection.Descending
        : SortDirection.Ascending;
}
