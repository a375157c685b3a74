using Outlay.Connectors.Sample.Company;

namespace Outlay.Connectors.Sample.Lines;

/// <summary>The tags people put on a resource: mostly right, sometimes under another key, misspelt, or not at all.</summary>
internal static class Tagging
{
    private static readonly string[] TeamKeys = ["team", "team", "team", "team", "Team", "tema"];

    private static readonly string[] ProdValues = ["prod", "prod", "prod", "Prod", "production"];

    private static readonly string[] DevValues = ["dev", "dev", "dev", "development"];

    public static string? Of(Account account, string cloud, Chance chance)
    {
        if (chance.Of("none").InPercent(6))
        {
            return null;
        }

        var tags = new List<(string Key, string Value)>();
        if (!chance.Of("no team").InPercent(14))
        {
            tags.Add((Key(chance), Team(account, chance)));
        }

        if (!chance.Of("no env").InPercent(9))
        {
            tags.Add(("env", Env(account, chance)));
        }

        if (!chance.Of("no product").InPercent(22))
        {
            tags.Add(("product", account.Product));
        }

        if (!chance.Of("no cost center").InPercent(30))
        {
            tags.Add(("cost-center", CostCenter(account, chance)));
        }

        if (cloud == "aws" && chance.Of("created by").InPercent(35))
        {
            tags.Add(("aws:createdBy", $"AssumedRole:AROA{chance.Of("role").Code(16)}:deploy"));
        }

        return Json(tags, temporary: account.Env != "prod" && chance.Of("temp").InPercent(20));
    }

    private static string Key(Chance chance) =>
        chance.Of("owner").InPercent(5) ? "owner" : chance.Of("team key").Pick(TeamKeys);

    private static string Team(Account account, Chance chance) =>
        chance.Of("team spelling").Below(20) switch
        {
            0 => char.ToUpperInvariant(account.Team[0]) + account.Team[1..],
            1 when account.Team.Length > 4 => account.Team.Remove(3, 1),
            _ => account.Team,
        };

    private static string Env(Account account, Chance chance) =>
        account.Env switch
        {
            "prod" => chance.Of("env value").Pick(ProdValues),
            "dev" => chance.Of("env value").Pick(DevValues),
            _ => account.Env,
        };

    private static string CostCenter(Account account, Chance chance) =>
        chance.Of("cost center spelling").InPercent(8)
            ? account.CostCenter.Replace("-", "", StringComparison.Ordinal)
            : account.CostCenter;

    // A tag without a value is true in FOCUS.
    private static string? Json(List<(string Key, string Value)> tags, bool temporary)
    {
        var parts = tags.Select(t => $"\"{t.Key}\": \"{t.Value}\"").ToList();
        if (temporary)
        {
            parts.Add("\"temporary\": true");
        }

        return parts.Count == 0 ? null : $"{{{string.Join(", ", parts)}}}";
    }
}
