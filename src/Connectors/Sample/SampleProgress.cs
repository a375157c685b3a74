namespace Outlay.Connectors.Sample;

/// <summary>How far the making of a sample company has come.</summary>
/// <param name="Files">Files written.</param>
/// <param name="AllFiles">Files there will be.</param>
/// <param name="Rows">Rows written.</param>
public sealed record SampleProgress(int Files, int AllFiles, long Rows);
