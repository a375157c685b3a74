using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.Inventory;

/// <summary>What to run at Google Cloud, with the projects filled in, so that a scan may read.</summary>
internal static class InventorySnippets
{
    private static readonly string[] Roles =
    [
        "roles/compute.viewer",
        "roles/monitoring.viewer",
        "roles/browser",
    ];

    public static IReadOnlyList<SetupSnippet> Of(SettingValues settings)
    {
        var listed = InventoryFields.ProjectsOf(settings);
        IReadOnlyList<string> projects = listed.Count == 0 ? ["PROJECT"] : listed;
        var account = $"outlay-scan@{projects[0]}.iam.gserviceaccount.com";
        return
        [
            new(
                "gcloud: a service account that may look and change nothing",
                string.Join(
                    '\n',
                    new[]
                    {
                        $"gcloud iam service-accounts create outlay-scan --project {projects[0]}",
                    }
                        .Concat(
                            projects.SelectMany(p =>
                                Roles.Select(r =>
                                    $"gcloud projects add-iam-policy-binding {p} --role {r} --member serviceAccount:{account}"
                                )
                            )
                        )
                        .Append(
                            $"gcloud services enable compute.googleapis.com monitoring.googleapis.com cloudresourcemanager.googleapis.com --project {projects[0]}"
                        )
                        .Append(
                            $"gcloud iam service-accounts keys create outlay.json --iam-account {account}"
                        )
                )
            ),
            new(
                "Terraform: the roles for an identity",
                string.Join(
                    "\n\n",
                    projects.SelectMany(
                        (project, i) =>
                            Roles.Select(role =>
                                $$"""
                                    resource "google_project_iam_member" "{{role.Split('/')[
                                        1
                                    ].Replace('.', '_')}}_{{i + 1}}" {
                                      project = "{{project}}"
                                      role    = "{{role}}"
                                      member  = "serviceAccount:{{account}}"
                                    }
                                    """
                            )
                    )
                )
            ),
        ];
    }
}
