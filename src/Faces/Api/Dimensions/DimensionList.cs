using Outlay.Query;

namespace Outlay.Api.Dimensions;

/// <summary>The dimensions there are.</summary>
/// <param name="Dimensions">FOCUS columns by group, then tag keys, then <c>x_</c> columns.</param>
internal sealed record DimensionList(IReadOnlyList<DimensionEntry> Dimensions);

/// <summary>A dimension.</summary>
/// <param name="Key">How queries name it.</param>
/// <param name="Label">How people call it.</param>
/// <param name="Group">Where a picker lists it.</param>
/// <param name="Common">Whether most people need it.</param>
internal sealed record DimensionEntry(string Key, string Label, string Group, bool Common);

/// <summary>Values of a dimension.</summary>
/// <param name="Dimension">Which.</param>
/// <param name="Values">Heaviest first.</param>
internal sealed record DimensionValueList(string Dimension, IReadOnlyList<DimensionValue> Values);
