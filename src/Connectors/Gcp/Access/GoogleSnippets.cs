using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.Access;

/// <summary>What to run or paste at Google Cloud, with the names of the connection filled in.</summary>
internal static class GoogleSnippets
{
    public static IReadOnlyList<SetupSnippet> OfBigQuery(SettingValues settings)
    {
        var project = settings["project"] ?? "PROJECT";
        var parts = (settings["dataset"] ?? "BILLING-PROJECT.DATASET").Split('.', 2);
        var (owner, dataset) = parts is [var first, var second]
            ? (first, second)
            : (project, parts[0]);
        return
        [
            new(
                "gcloud: a service account that may run queries and read the dataset",
                $"""
                gcloud services enable bigquery.googleapis.com --project {project}
                gcloud iam service-accounts create outlay --project {project}
                gcloud projects add-iam-policy-binding {project} --role roles/bigquery.jobUser \
                  --member serviceAccount:outlay@{project}.iam.gserviceaccount.com
                bq add-iam-policy-binding --member serviceAccount:outlay@{project}.iam.gserviceaccount.com \
                  --role roles/bigquery.dataViewer {owner}:{dataset}
                gcloud iam service-accounts keys create outlay.json --iam-account outlay@{project}.iam.gserviceaccount.com
                """
            ),
            new(
                "Terraform: service account and roles",
                $$"""
                resource "google_service_account" "outlay" {
                  project    = "{{project}}"
                  account_id = "outlay"
                }

                resource "google_project_iam_member" "outlay_jobs" {
                  project = "{{project}}"
                  role    = "roles/bigquery.jobUser"
                  member  = google_service_account.outlay.member
                }

                resource "google_bigquery_dataset_iam_member" "outlay_data" {
                  project    = "{{owner}}"
                  dataset_id = "{{dataset}}"
                  role       = "roles/bigquery.dataViewer"
                  member     = google_service_account.outlay.member
                }
                """
            ),
            new(
                "In the console: switch the export on",
                """
                Billing > Billing export > BigQuery export > Detailed usage cost > Edit settings
                Choose a dataset in a multi-region (EU or US): it also brings the month before.
                """
            ),
        ];
    }

    public static IReadOnlyList<SetupSnippet> OfStorage(string? bucketName, string? folder)
    {
        var bucket = bucketName ?? "BUCKET";
        var place = string.IsNullOrEmpty(folder) ? "detailed" : folder.Trim('/');
        return
        [
            new(
                "gcloud: a service account that may read the bucket",
                $"""
                gcloud iam service-accounts create outlay
                gcloud storage buckets add-iam-policy-binding gs://{bucket} --role roles/storage.objectViewer \
                  --member serviceAccount:outlay@PROJECT.iam.gserviceaccount.com
                gcloud iam service-accounts keys create outlay.json --iam-account outlay@PROJECT.iam.gserviceaccount.com
                """
            ),
            new(
                "BigQuery: a scheduled query that writes a month",
                $"""
                EXPORT DATA OPTIONS (uri = 'gs://{bucket}/{place}/2026-11/part-*.parquet', format = 'PARQUET', overwrite = true)
                AS SELECT * FROM `PROJECT.DATASET.gcp_billing_export_resource_v1_ACCOUNT` WHERE invoice.month = '202611'
                """
            ),
        ];
    }
}
