using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Settings;

/// <summary>What became of a row, told by the platforms' own record and by what an operator sees.</summary>
/// <param name="ExitCode">Of its own, or after it was told to stop.</param>
/// <param name="Lived">Whether it was still running at the end of the play.</param>
/// <param name="Problems">Standard error.</param>
/// <param name="Log">What was logged.</param>
/// <param name="Record">The platforms' record.</param>
internal sealed record TokenStory(int ExitCode, bool Lived, string Problems, IReadOnlyList<LogBook.Line> Log, IReadOnlyList<RecordEntry> Record)
{
    /// <summary>What a moderator was told of each channel.</summary>
    public string Preview { get; init; } = "";

    /// <summary>What a member reads who uses a command where no bot is connected.</summary>
    public string? RefusalOfDiscord { get; init; }

    public IEnumerable<RecordEntry> Of(string platform, string kind) => Record.Where(entry => entry.Platform == platform && entry.Kind == kind);
}
