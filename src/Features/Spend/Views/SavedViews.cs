using System.Globalization;
using Dapper;
using Outlay.Kernel;
using Outlay.State;

namespace Outlay.Spend.Views;

/// <summary>The saved views of the Spend page.</summary>
public sealed class SavedViews(StateDatabase state, TimeProvider clock)
{
    private const int LongestName = 80;
    private const int LongestParameters = 16_000;
    private const string Columns = "id, name, parameters, created";

    /// <summary>All, by name.</summary>
    public IReadOnlyList<SavedView> All()
    {
        using var connection = state.Open();
        return
        [
            .. connection
                .Query<Row>($"SELECT {Columns} FROM saved_view ORDER BY name COLLATE NOCASE")
                .Select(r => r.ToView()),
        ];
    }

    /// <summary>One, or null.</summary>
    public SavedView? Find(long id)
    {
        using var connection = state.Open();
        return connection
            .QuerySingleOrDefault<Row>(
                $"SELECT {Columns} FROM saved_view WHERE id = @id",
                new { id }
            )
            ?.ToView();
    }

    /// <summary>Keeps a view under a new name.</summary>
    public Result<SavedView> Save(string? name, string parameters)
    {
        var named = Named(name);
        if (!named.IsOk)
        {
            return named.Problem;
        }

        if (parameters.Length > LongestParameters)
        {
            return new Problem(
                ProblemKind.Invalid,
                "The view is too long to be saved.",
                "Use fewer filter values."
            );
        }

        using var connection = state.Open();
        var row = connection.QuerySingleOrDefault<Row>(
            $"INSERT INTO saved_view (name, parameters, created) VALUES (@name, @parameters, @created) ON CONFLICT DO NOTHING RETURNING {Columns}",
            new
            {
                name = named.Value,
                parameters,
                created = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            }
        );
        return row is null ? Taken(named.Value) : row.ToView();
    }

    /// <summary>Gives a view another name.</summary>
    public Result<SavedView> Rename(long id, string? name)
    {
        var named = Named(name);
        if (!named.IsOk)
        {
            return named.Problem;
        }

        using var connection = state.Open();
        connection.Execute(
            "UPDATE OR IGNORE saved_view SET name = @name WHERE id = @id",
            new { id, name = named.Value }
        );
        return Find(id) is not { } view ? Missing()
            : view.Name == named.Value ? view
            : Taken(named.Value);
    }

    /// <summary>Deletes a view and gives what it was.</summary>
    public Result<SavedView> Delete(long id)
    {
        using var connection = state.Open();
        var row = connection.QuerySingleOrDefault<Row>(
            $"DELETE FROM saved_view WHERE id = @id RETURNING {Columns}",
            new { id }
        );
        return row is null ? Missing() : row.ToView();
    }

    private static Result<string> Named(string? name)
    {
        var text = name?.Trim() ?? "";
        return text.Length switch
        {
            0 => Wrong("The view has no name.", "Give it one."),
            > LongestName => Wrong(
                $"The name has {text.Length} characters.",
                $"Use up to {LongestName}."
            ),
            _ => text,
        };
    }

    private static Problem Wrong(string message, string fix) =>
        new(ProblemKind.Invalid, message, fix, "name");

    private static Problem Taken(string name) =>
        new(
            ProblemKind.Conflict,
            $"There is a view named '{name}' already.",
            "Take another name, or delete that view first.",
            "name"
        );

    private static Problem Missing() =>
        new(ProblemKind.NotFound, "That view does not exist any more.", "Reload the page.");

    private sealed record Row(long Id, string Name, string Parameters, string Created)
    {
        public SavedView ToView() =>
            new(Id, Name, Parameters, DateTimeOffset.Parse(Created, CultureInfo.InvariantCulture));
    }
}
