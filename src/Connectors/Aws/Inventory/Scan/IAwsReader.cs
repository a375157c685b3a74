namespace Outlay.Connectors.Aws.Inventory.Scan;

/// <summary>Reads one family of resources in a region of an account.</summary>
internal interface IAwsReader
{
    /// <summary>What it reads, in words.</summary>
    string Title { get; }

    /// <summary>Whether an account has it only once, so that it is read in its home region alone.</summary>
    bool IsGlobal => false;

    /// <summary>Adds what it finds and what should be measured to the part.</summary>
    Task ReadAsync(AwsPart part);
}
