using System.Globalization;
using Microsoft.AspNetCore.Http;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Api;

/// <summary>Reads a cost query, and a few parameters beside it, from a query string; a name that means nothing is a problem.</summary>
internal static class ApiParameters
{
    public static Result<CostQuery> Query(IQueryCollection given, params string[] beside) =>
        Read(given, [.. CostQueryJson.Fields, .. beside]);

    /// <summary>Which charges count, without a time range and a split.</summary>
    public static Result<CostQuery> Scope(IQueryCollection given) =>
        Read(given, CostQueryJson.ScopeFields);

    private static Result<CostQuery> Read(IQueryCollection given, IReadOnlyList<string> names)
    {
        var unknown = given.Keys.FirstOrDefault(name =>
            !names.Contains(name, StringComparer.OrdinalIgnoreCase)
        );
        return unknown is null
            ? CostQueryUrl.Parse(Pairs(given))
            : new Problem(
                ProblemKind.Invalid,
                $"'{unknown}' is not a parameter.",
                $"Parameters are {string.Join(", ", names)}.",
                unknown
            );
    }

    public static Result<int> Number(
        IQueryCollection given,
        string name,
        int standard,
        int least,
        int most
    )
    {
        var text = given[name].FirstOrDefault();
        if (string.IsNullOrEmpty(text))
        {
            return standard;
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            ? number
            : new Problem(
                ProblemKind.Invalid,
                $"{name} is '{text}'.",
                most == int.MaxValue
                    ? $"Use a whole number from {least}."
                    : $"Use a whole number from {least} to {most}.",
                name
            );
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IQueryCollection given) =>
        from parameter in given
        from value in parameter.Value
        select KeyValuePair.Create(parameter.Key, value ?? "");
}
