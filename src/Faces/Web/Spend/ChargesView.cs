using Outlay.Kernel;
using Outlay.Query;
using Outlay.Web.Shell;

namespace Outlay.Web.Spend;

/// <summary>Reads the query of a list of charges: the query of the URL as it stands, with the global bar's part.</summary>
internal static class ChargesView
{
    public const string Path = "/spend/charges";

    public static (CostQuery Query, Problem? Problem) Read(PageContext context)
    {
        var own = context.Parameters.Where(p => !PageContext.Names.Contains(p.Key));
        var result = CostQueryUrl.Parse(own);
        return (
            context.Apply(result.Match(q => q, _ => new CostQuery())),
            context.Problem ?? result.Problem
        );
    }
}
