namespace BotHost.Configuration.Import;

/// <summary>One file of an import.</summary>
/// <param name="Path">Relative to the config folder, with <c>/</c>.</param>
/// <param name="Text">All of it.</param>
/// <param name="IsChange">Whether the file is there already and grows.</param>
public sealed record ImportedFile(string Path, string Text, bool IsChange)
{
    /// <summary>What a file that grows gets.</summary>
    public string? Added { get; init; }
}
