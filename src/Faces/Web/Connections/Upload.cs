using System.Net;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Outlay.Connections;
using Outlay.Ingest;
using Outlay.Kernel;
using Outlay.Web.Shell;

namespace Outlay.Web.Connections;

/// <summary>
/// Receives an uploaded file as a stream: it is never held in memory, nor written twice. The form puts the antiforgery token and
/// the options before the file, so both are checked before the first byte of it is kept.
/// </summary>
internal static class Upload
{
    private const int LongestField = 4096;
    private const int MostFields = 16;

    public static async Task<IResult> ReceiveAsync(
        HttpContext context,
        Imports imports,
        IAntiforgery antiforgery,
        IOptions<WebOptions> options,
        Flash flash,
        CancellationToken cancellationToken
    )
    {
        var limit = options.Value.UploadLimit;
        if (context.Request.ContentLength > limit)
        {
            return Answer(context, flash, TooLarge(limit));
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }

        try
        {
            var run = await ReadAsync(context, imports, antiforgery, cancellationToken);
            return Answer(context, flash, run);
        }
        catch (AntiforgeryValidationException)
        {
            return Answer(
                context,
                flash,
                Wrong("The form was too old to be trusted.", "Reload the page and upload again.")
            );
        }
        catch (BadHttpRequestException e)
            when (e.StatusCode == (int)HttpStatusCode.RequestEntityTooLarge)
        {
            return Answer(context, flash, TooLarge(limit));
        }
        catch (InvalidDataException e)
        {
            return Answer(context, flash, Wrong($"The upload is malformed: {e.Message}", null));
        }
    }

    private static async Task<Result<ImportRun>> ReadAsync(
        HttpContext context,
        Imports imports,
        IAntiforgery antiforgery,
        CancellationToken cancellationToken
    )
    {
        if (
            !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value
                is not { Length: > 0 and < 128 } boundary
        )
        {
            return Wrong("The upload is not a form.", "Use the form on the Setup page.");
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var reader = new MultipartReader(boundary, context.Request.Body);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.AsFileSection() is { } file)
            {
                await CheckAsync(context, antiforgery, fields);
                return await KeepAsync(file, imports, fields, cancellationToken);
            }

            if (section.AsFormDataSection() is not { } field || fields.Count == MostFields)
            {
                return Wrong("The upload holds something that its form does not.", null);
            }

            fields[field.Name] = await ShortAsync(section.Body, cancellationToken);
        }

        return Wrong("No file was chosen.", "Choose a CSV, Parquet or JSON file.");
    }

    private static async Task<string> ShortAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestField + 1];
        var length = await body.ReadAtLeastAsync(
            buffer,
            buffer.Length,
            throwOnEndOfStream: false,
            cancellationToken
        );
        return length <= LongestField
            ? Encoding.UTF8.GetString(buffer, 0, length)
            : throw new InvalidDataException("a field is too long.");
    }

    // The framework reads the token from a header before it would read the whole form for it.
    private static Task CheckAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        Dictionary<string, string> fields
    )
    {
        var names = antiforgery.GetTokens(context);
        if (names.HeaderName is { } header)
        {
            context.Request.Headers[header] = fields.GetValueOrDefault(names.FormFieldName, "");
        }

        return antiforgery.ValidateRequestAsync(context);
    }

    private static async Task<Result<ImportRun>> KeepAsync(
        FileMultipartSection file,
        Imports imports,
        Dictionary<string, string> fields,
        CancellationToken cancellationToken
    )
    {
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        if (name.Length == 0 || file.FileStream is not { } content)
        {
            return Wrong("No file was chosen.", "Choose a CSV, Parquet or JSON file.");
        }

        var form = new ImportForm
        {
            Connection = fields.GetValueOrDefault("Connection"),
            MaxBadRows = fields.GetValueOrDefault("MaxBadRows"),
            Quarantine = fields.GetValueOrDefault("Quarantine"),
            Currency = fields.GetValueOrDefault("Currency"),
        };
        var request = form.Read([]);
        return request.Problem is { } problem
            ? problem
            : await imports.UploadAsync(name, content, request.Value, cancellationToken);
    }

    private static IResult Answer(HttpContext context, Flash flash, Result<ImportRun> run)
    {
        var href = run.Match(r => $"/setup/imports/{r.Id}", _ => "/setup#upload");
        if (run.Problem is { } problem)
        {
            flash.Say(problem);
        }

        // The script that shows the progress of the upload follows the answer itself, so that the message is not lost on it.
        return context.Request.Headers.Accept.ToString() == "application/json"
            ? Results.Json(new { href })
            : Results.Redirect(href);
    }

    private static Problem TooLarge(long limit) =>
        Wrong(
            $"The file is larger than {Formatting.Counts.Bytes(limit)}.",
            "Import it by its path, or raise the limit for uploads."
        );

    private static Problem Wrong(string message, string? fix) =>
        new(ProblemKind.Invalid, message, fix);
}
