using Outlay.Kernel;

namespace Outlay.Cli;

/// <summary>Opens the program over a data folder; the host composes it.</summary>
public interface IProgram
{
    /// <summary>Opens it to read: the folder must hold data.</summary>
    Result<OpenProgram> Open(string? dataFolder);

    /// <summary>Opens it to write: the folder is made when missing.</summary>
    Result<OpenProgram> OpenOrCreate(string? dataFolder);

    /// <summary>Opens it over a folder that goes with it, for work that keeps nothing.</summary>
    Result<OpenProgram> OpenScratch();
}
