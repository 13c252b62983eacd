namespace BotHost.Announcements.Commands;

#pragma warning disable CA1822 // As in the other part.
/// <content>How the bot stands.</content>
internal sealed partial class Wording
{
    public string NobodyTold => "No moderator could be told";

    public string NothingIsPosted(string reason) => $"Nothing is posted, because it could not be written down: {reason}";

    public string OutcomesWait(int count) =>
        $"What became of {(count == 1 ? "one post" : $"{count} posts")} is kept in memory until it can be written down: please do not stop the bot before.";

    public string NoLongerInTheFiles => "Announced, and no longer in the files; put the file back, or write status: cancelled or postponed into it";

    public string SetAside => "Nothing can be posted to these; tried again with a change of the config or the rights, and once a day";

    public string NextPosts => "Next";

    public string NoNextPost => "No post is planned.";

    public string OpenPosts => "Not as planned";

    public string NothingOpen => "Everything is as planned.";

    public string NothingByItself(string reason) => $"Nothing is posted by itself now: {reason}";

    public string PlatformLine(string platform, string? hindrance) => hindrance is null ? $"{platform}: works" : $"{platform}: {hindrance}";
}
