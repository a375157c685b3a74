namespace Outlay.Ingest.Formats;

/// <summary>Text files that travel inside an assembly, beside a type.</summary>
internal static class Resource
{
    public static string Text(Type beside, string file)
    {
        using var reader = new StreamReader(Open(beside, file));
        return reader.ReadToEnd();
    }

    public static Stream Open(Type beside, string file) =>
        beside.Assembly.GetManifestResourceStream(beside, file)
        ?? throw new InvalidOperationException(
            $"{beside.Namespace}.{file} is not embedded in {beside.Assembly.GetName().Name}."
        );
}
