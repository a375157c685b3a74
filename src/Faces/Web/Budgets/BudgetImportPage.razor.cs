namespace Outlay.Web.Budgets;

/// <summary>Takes a file of budgets.</summary>
public sealed partial class BudgetImportPage;
