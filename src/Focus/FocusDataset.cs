namespace Outlay.Focus;

/// <summary>The datasets that FOCUS defines, as a file's header tells them apart.</summary>
public enum FocusDataset
{
    /// <summary>No FOCUS dataset: another format, or no header at all.</summary>
    None,

    /// <summary>Charges: what Outlay loads.</summary>
    CostAndUsage,

    /// <summary>Contracts and what they commit to, since 1.3.</summary>
    ContractCommitment,

    /// <summary>Open and closed billing periods, since 1.4.</summary>
    BillingPeriod,

    /// <summary>Lines of invoices, since 1.4.</summary>
    InvoiceDetail,
}
