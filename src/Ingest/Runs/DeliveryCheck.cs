using Outlay.Kernel;
using Outlay.Lake;

namespace Outlay.Ingest.Runs;

/// <summary>Decides whether a delivery is news, and whether what it would replace is what it restates.</summary>
internal sealed class DeliveryCheck(ILoadPublisher publisher, ILakeCatalog catalog)
{
    public void Apply(Delivery delivery)
    {
        if (delivery.Files.FirstOrDefault(f => f.Problem is not null) is { } failed)
        {
            Fail(
                delivery,
                new Problem(
                    ProblemKind.Invalid,
                    $"{delivery.Period} of {delivery.Connection} is not published, because its part {failed.Name} is refused."
                )
            );
            return;
        }

        var published = publisher.Published(delivery.Connection, delivery.Period);
        if (published?.Load.Fingerprint == delivery.Fingerprint)
        {
            delivery.State = DeliveryState.Unchanged;
            return;
        }

        if (Elsewhere(delivery) is { } twice)
        {
            Fail(delivery, twice);
        }
        else if (published is not null && IsForeign(delivery, published))
        {
            Fail(delivery, Foreign(delivery, published));
        }
    }

    /// <summary>Holds back whatever a file that cannot be read at all may be a part of.</summary>
    public static void HoldBack(
        IReadOnlyList<Delivery> deliveries,
        IReadOnlyList<IncomingFile> files,
        ImportRequest request
    )
    {
        foreach (var lost in files.Where(f => f.IsUnreadable))
        {
            foreach (
                var delivery in deliveries.Where(d =>
                    d.State == DeliveryState.Pending
                    && (
                        request.Connection is not null
                        || d.Files.Any(f => f.Found.Folder == lost.Found.Folder)
                    )
                )
            )
            {
                Fail(
                    delivery,
                    new Problem(
                        ProblemKind.Invalid,
                        $"{delivery.Period} of {delivery.Connection} is not published: {lost.Name} cannot be read, and it may be a part of it.",
                        $"Mend {lost.Name} or import without it."
                    )
                );
            }
        }
    }

    private static void Fail(Delivery delivery, Problem problem) =>
        (delivery.State, delivery.Problem) = (DeliveryState.Failed, problem);

    // The same bytes under two connections would be counted twice.
    private Problem? Elsewhere(Delivery delivery)
    {
        var others = catalog
            .Current()
            .Loads.Where(l => l.Period == delivery.Period && l.Connection != delivery.Connection);
        foreach (var load in others)
        {
            var twin = delivery.Files.FirstOrDefault(f =>
                load.Sources.Any(s => s.Sha256 == f.Sha256)
            );
            if (twin is not null)
            {
                return new Problem(
                    ProblemKind.Conflict,
                    $"{twin.Name} is loaded already as connection {load.Connection}; loading it as {delivery.Connection} too would count {delivery.Period} twice.",
                    $"Import it with --connection \"{load.Connection}\"."
                );
            }
        }

        return null;
    }

    private static bool IsForeign(Delivery delivery, PublishedLoad published) =>
        delivery.Accounts.Count > 0
        && published.Accounts.Count > 0
        && !delivery.Accounts.Intersect(published.Accounts, StringComparer.Ordinal).Any();

    private static Problem Foreign(Delivery delivery, PublishedLoad published) =>
        new(
            ProblemKind.Conflict,
            $"{delivery.Period} of {delivery.Connection} bills {Accounts(published.Accounts)}; these files bill {Accounts(delivery.Accounts)} and would replace it.",
            "Give them a connection of their own (--connection NAME), or import all parts of the month together."
        );

    private static string Accounts(IReadOnlyList<string> accounts) =>
        accounts is [var only]
            ? $"account {only}"
            : $"accounts {string.Join(", ", accounts.Take(3))}{(accounts.Count > 3 ? ", ..." : "")}";
}
