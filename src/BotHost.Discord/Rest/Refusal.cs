using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>The platform's own no to something other than a post.</summary>
/// <param name="Status">The answer's status.</param>
/// <param name="Error">What it says of it; null: nothing that can be read.</param>
/// <param name="Words">The same for people.</param>
internal sealed record Refusal(int Status, ApiError? Error, string Words)
{
    /// <summary>Whether the bot lacks a right, also where the platform says so by the status alone.</summary>
    public bool IsMissingRights => Error?.Code is 50001 or 50013 || (Status == 403 && Error?.Code is null or 0);

    /// <summary>It reaches no further than the one thing that was asked for.</summary>
    /// <param name="remedy">What people can do.</param>
    public Outcome Because(string remedy) => new Outcome.Rejected(RejectionScope.Message, Words, remedy);
}
