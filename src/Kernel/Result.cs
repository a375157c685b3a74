using System.Diagnostics.CodeAnalysis;

namespace Outlay.Kernel;

/// <summary>A value, or the problem that stood in its way. Exceptions are for bugs and broken infrastructure.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class Result<T>
{
    private readonly T? _value;

    internal Result(T? value, Problem? problem) => (_value, Problem) = (value, problem);

    /// <summary>The problem, or null when there is a value.</summary>
    public Problem? Problem { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsOk => Problem is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is a problem instead.</exception>
    public T Value => IsOk ? _value! : throw new InvalidOperationException(Problem.ToString());

    /// <summary>A result that holds a value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A result that holds a problem.</summary>
    public static implicit operator Result<T>(Problem problem) => new(default, problem);

    /// <summary>Follows one of the two ways.</summary>
    public TOut Match<TOut>(Func<T, TOut> ok, Func<Problem, TOut> failed) =>
        IsOk ? ok(_value!) : failed(Problem);
}

/// <summary>Makes results of types that convert by no operator.</summary>
public static class Result
{
    /// <summary>A result that holds a value, which may be an interface.</summary>
    public static Result<T> Of<T>(T value) => new(value, null);
}
