using System.Data;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules;
using Outlay.State;

namespace Outlay.Optimization.Findings;

/// <summary>Findings in the state database.</summary>
internal sealed class FindingStore(StateDatabase database, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };

    /// <summary>Keeps what an analysis found; what it finds no longer is gone, and what people said stays.</summary>
    public void Save(
        IReadOnlyList<(Recommendation Recommendation, Category Category)> found,
        IReadOnlyList<Unjudged> unjudged
    )
    {
        var now = FindingRow.Text(time.GetUtcNow());
        using var open = database.Open();
        using var transaction = open.BeginTransaction();
        open.Execute(
            """
            INSERT INTO recommendation (key, rule, category, provider, account, region, label, title, currency, cost, gross, net, risk, confidence, effort, body, first_seen, last_seen)
            VALUES (@Key, @Rule, @Category, @Provider, @Account, @Region, @Label, @Title, @Currency, @Cost, @Gross, 0, @Risk, @Confidence, @Effort, @Body, @now, @now)
            ON CONFLICT (key) DO UPDATE SET category = @Category, region = @Region, label = @Label, title = @Title, currency = @Currency, cost = @Cost, gross = @Gross, risk = @Risk,
              confidence = @Confidence, effort = @Effort, body = @Body, last_seen = @now, gone_at = NULL
            """,
            found.Select(f => Values(f.Recommendation, f.Category, now)),
            transaction
        );
        open.Execute(
            "UPDATE recommendation SET gone_at = @now, net = 0 WHERE last_seen < @now AND gone_at IS NULL",
            new { now },
            transaction
        );
        open.Execute("DELETE FROM unjudged", transaction: transaction);
        open.Execute(
            "INSERT INTO unjudged (rule, category, subject, label, reason) VALUES (@Rule, @Category, @Subject, @Label, @Reason)",
            unjudged.Select(u => new
            {
                u.Rule,
                Category = u.Category.ToString(),
                u.Subject,
                u.Label,
                u.Reason,
            }),
            transaction
        );
        transaction.Commit();
    }

    /// <summary>The recommendations that stand for something to be done: neither dismissed, put off, done nor gone.</summary>
    public IReadOnlyList<Recommendation> Active()
    {
        using var open = database.Open();
        return
        [
            .. open.Query<string>(
                    $"SELECT body FROM recommendation WHERE {FindingSql.Active} ORDER BY key",
                    new { today = Today }
                )
                .Select(Body),
        ];
    }

    /// <summary>Writes down what of each saving counts.</summary>
    public void Net(IEnumerable<(string Key, decimal Net, string? Instead)> nets)
    {
        using var open = database.Open();
        using var transaction = open.BeginTransaction();
        open.Execute(
            $"UPDATE recommendation SET net = 0, instead = NULL WHERE NOT ({FindingSql.Active})",
            new { today = Today },
            transaction
        );
        open.Execute(
            "UPDATE recommendation SET net = @Net, instead = @Instead WHERE key = @Key",
            nets.Select(n => new
            {
                n.Key,
                Net = FindingRow.Micro(n.Net),
                n.Instead,
            }),
            transaction
        );
        transaction.Commit();
    }

    public FindingPage Page(FindingQuery query)
    {
        var (where, values) = FindingSql.Where(query, Today);
        values.Add("limit", Math.Clamp(query.Limit, 1, FindingQuery.MostRows));
        values.Add("offset", Math.Max(0, query.Offset));
        using var open = database.Open();
        var rows = open.Query<FindingRow>(
            $"SELECT {FindingSql.Columns} FROM recommendation WHERE {where} ORDER BY {FindingSql.Order(query.Order)} LIMIT @limit OFFSET @offset",
            values
        );
        var sums = Sums(open, where, values);
        return new FindingPage([.. rows.Select(r => r.ToFinding())], sums.Sum(s => s.Count), sums);
    }

    /// <summary>All findings of a query, one at a time.</summary>
    public IEnumerable<Finding> Each(FindingQuery query)
    {
        var (where, values) = FindingSql.Where(query, Today);
        using var open = database.Open();
        foreach (
            var row in open.Query<FindingRow>(
                $"SELECT {FindingSql.Columns} FROM recommendation WHERE {where} ORDER BY {FindingSql.Order(query.Order)}",
                values,
                buffered: false
            )
        )
        {
            yield return row.ToFinding();
        }
    }

    /// <summary>What the open ones of each tab come to.</summary>
    public IReadOnlyList<CategorySum> Totals()
    {
        using var open = database.Open();
        return
        [
            .. Enum.GetValues<Category>()
                .SelectMany(c =>
                {
                    var (where, values) = FindingSql.Where(
                        new FindingQuery { Category = c },
                        Today
                    );
                    return Sums(open, where, values).Select(s => new CategorySum(c, s));
                }),
        ];
    }

    public Finding? Find(long id) => One("id = @id", new { id });

    public Finding? Find(string key) => One("key = @key", new { key });

    public IReadOnlyList<FindingEvent> Events(long id)
    {
        using var open = database.Open();
        return
        [
            .. open.Query<(string At, string Author, string What, string? Note)>(
                    "SELECT at, author, what, note FROM recommendation_event WHERE recommendation_id = @id ORDER BY id DESC",
                    new { id }
                )
                .Select(e => new FindingEvent(
                    DateTimeOffset.Parse(e.At, CultureInfo.InvariantCulture),
                    e.Author,
                    e.What,
                    e.Note
                )),
        ];
    }

    /// <summary>Writes down what a person decided, and that they did.</summary>
    public void Say(IReadOnlyList<long> ids, Decision decision, string author)
    {
        var now = FindingRow.Text(time.GetUtcNow());
        using var open = database.Open();
        using var transaction = open.BeginTransaction();
        foreach (var id in ids)
        {
            var values = new
            {
                id,
                now,
                author,
                state = decision.State.ToString(),
                until = decision.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                note = decision.Note,
                what = decision.Words,
            };
            open.Execute(
                "UPDATE recommendation SET state = @state, until_day = @until, note = @note, said_at = @now WHERE id = @id",
                values,
                transaction
            );
            open.Execute(
                "INSERT INTO recommendation_event (recommendation_id, at, author, what, note) VALUES (@id, @now, @author, @what, @note)",
                values,
                transaction
            );
            open.Execute(
                "DELETE FROM verified_saving WHERE recommendation_id = @id AND @state <> 'Done'",
                values,
                transaction
            );
        }

        transaction.Commit();
    }

    public IReadOnlyList<Unjudged> Unjudged(Category? category, int most)
    {
        using var open = database.Open();
        return
        [
            .. open.Query<(
                string Rule,
                string Category,
                string Subject,
                string Label,
                string Reason
            )>(
                    "SELECT rule, category, subject, label, reason FROM unjudged WHERE @category IS NULL OR category = @category ORDER BY rule, label LIMIT @most",
                    new { category = category?.ToString(), most }
                )
                .Select(u => new Unjudged(
                    u.Rule,
                    Enum.Parse<Category>(u.Category),
                    u.Subject,
                    u.Label,
                    u.Reason
                )),
        ];
    }

    public int CountUnjudged(Category? category)
    {
        using var open = database.Open();
        return open.QuerySingle<int>(
            "SELECT count(DISTINCT subject) FROM unjudged WHERE @category IS NULL OR category = @category",
            new { category = category?.ToString() }
        );
    }

    /// <summary>The values of a column among what is found now, for pickers.</summary>
    public IReadOnlyList<string> Values(FindingColumn column)
    {
        var name = column switch
        {
            FindingColumn.Provider => "provider",
            FindingColumn.Account => "account",
            _ => "rule",
        };
        using var open = database.Open();
        return
        [
            .. open.Query<string>(
                $"SELECT DISTINCT {name} FROM recommendation WHERE gone_at IS NULL OR state = 'Done' ORDER BY 1"
            ),
        ];
    }

    public static Recommendation Body(string json) =>
        JsonSerializer.Deserialize<Recommendation>(json, Json)
        ?? throw new InvalidOperationException("A recommendation is kept as nothing.");

    private string Today => time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Finding? One(string where, object values)
    {
        using var open = database.Open();
        return open.QuerySingleOrDefault<FindingRow>(
                $"SELECT {FindingSql.Columns} FROM recommendation WHERE {where}",
                new DynamicParameters(values).With("today", Today)
            )
            ?.ToFinding();
    }

    private List<SavingSum> Sums(IDbConnection open, string where, DynamicParameters values)
    {
        values.Add("now", FindingRow.Text(time.GetUtcNow()));
        return
        [
            .. open.Query<(string Currency, long Count, long Gross, long Net, double Lost)>(
                    $"""
                    SELECT currency, count(*), sum(gross), sum(net),
                      sum(CASE WHEN gone_at IS NULL AND state IN ('Open', 'Planned', 'Snoozed') THEN net * (julianday(@now) - julianday(first_seen)) * 24 / 730 ELSE 0 END)
                    FROM recommendation WHERE {where} GROUP BY currency ORDER BY 4 DESC, 1
                    """,
                    values
                )
                .Select(s => new SavingSum(
                    s.Currency,
                    (int)s.Count,
                    FindingRow.Money(s.Gross),
                    FindingRow.Money(s.Net),
                    Math.Max(0, FindingRow.Money((long)s.Lost))
                )),
        ];
    }

    private static object Values(Recommendation r, Category category, string now) =>
        new
        {
            r.Key,
            r.Rule,
            Category = category.ToString(),
            r.Subject.Provider,
            Account = r.Subject.AccountId,
            r.Subject.Region,
            r.Subject.Label,
            r.Title,
            r.Currency,
            Cost = FindingRow.Micro(r.MonthlyCost),
            Gross = FindingRow.Micro(r.MonthlySaving),
            r.Risk,
            r.Confidence,
            Effort = (int)r.Effort,
            Body = JsonSerializer.Serialize(r, Json),
            now,
        };
}

/// <summary>A column that findings can be picked by.</summary>
public enum FindingColumn
{
    /// <summary>Provider.</summary>
    Provider,

    /// <summary>Account.</summary>
    Account,

    /// <summary>Rule.</summary>
    Rule,
}
