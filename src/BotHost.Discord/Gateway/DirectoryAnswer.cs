namespace BotHost.Discord.Gateway;

/// <summary>What the question for the gateway brought.</summary>
internal abstract record DirectoryAnswer
{
    private DirectoryAnswer()
    {
    }

    public sealed record Found(string Url, int MaxConcurrency) : DirectoryAnswer;

    public sealed record TokenRefused(string Reason) : DirectoryAnswer;

    public sealed record Failed(string Reason, TimeSpan AtLeast) : DirectoryAnswer;
}
