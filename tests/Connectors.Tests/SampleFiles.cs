using Outlay.Testing;

namespace Outlay.Connectors.Tests;

/// <summary>The providers' sample bills beside the repository; a test that needs one skips where there are none.</summary>
internal static class SampleFiles
{
    public static string Find(string name)
    {
        if (!SharedData.TryFind(out var data))
        {
            Assert.Skip("The sample files are not beside this repository.");
        }

        return Path.Combine(data, "billing", name);
    }
}
