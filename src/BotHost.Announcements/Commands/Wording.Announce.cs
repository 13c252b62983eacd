using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Commands;

#pragma warning disable CA1822 // As in the other part.
/// <content>What moderators read.</content>
internal sealed partial class Wording
{
    public string PostNow => "Post now";

    public string Cancel => "Cancel";

    public string CancelledByPress => "Cancelled: nothing was posted.";

    public RichText AlreadyDecided => Page.Say($"This was decided already: give {CommandTable.Announce} again if you need it.");

    public RichText Expired => Page.Say($"This preview is older than 15 minutes: give {CommandTable.Announce} again.");

    public RichText TalkChanged => Page.Say($"Nothing was posted, because the talk changed after this preview: give {CommandTable.Announce} again.");

    public string TalkIsGone => "Nothing was posted, because the talk is no longer in the files.";

    public string NowhereToPost => "There is nothing to post: no channel takes this talk, or its campaign has no announcement.";

    public string NothingPending => "There is nothing left to post:";

    public string PostedNothing => "Nothing was posted: there was no channel left to post to.";

    public string NoLongerWanted => "Nothing was posted: the post is no longer planned, or its time is over.";

    public string IsOver => "Note that this talk is over.";

    public string WhichToAnnounce => "Which talk? Give its id, number or words of its title, for example:";

    public string OnlyFor(Standing standing, IncomingCommand command)
    {
        var (user, key) = (command.Author.UserId, $"moderators.{command.Author.Platform}");
        return standing switch
        {
            Standing.NobodyNamed => $"Only moderators may do this, and the config names none on this platform: whoever runs the bot can add your user id {user} under {key}.users.",
            Standing.ForeignPlace => "Only moderators may do this, and this place is not one that the config names, so nobody's rights in it count, not even its owner's: " +
                $"whoever runs the bot can name it under {key} (its id is {command.Place.PlaceId}).",
            _ => $"Only moderators may do this, and the config does not list you as one here (your user id is {user}): whoever runs the bot can add it under {key}.users.",
        };
    }

    /// <summary>Why a talk in this status is not announced; null: it may be.</summary>
    public string? Hindrance(TalkStatus status) => status switch
    {
        TalkStatus.Draft => "This talk is a draft: set “status: confirmed” first, then announce it.",
        TalkStatus.Cancelled => "This talk is cancelled: it is not announced any more.",
        TalkStatus.Postponed => "This talk is postponed: give it a new date and set “status: confirmed” first, then announce it.",
        _ => null,
    };

    public string PreviewOf(string title) => $"{title}: this is what will be posted.";

    public string WillMention(string mention) => $"It will ping: {mention}";

    public string ChannelLine(string channel, string word) => $"{channel}: {word}";

    public string Done(string title) => $"{title}:";

    public string Result(AnnouncementResult result) => ChannelLine(
        result.Channel.FaceName,
        result.Reason.Length == 0 ? Word(result.State)
            // "held (held by …)" says it twice.
            : result.Reason.StartsWith($"{Word(result.State)} ", StringComparison.Ordinal) ? result.Reason
            : $"{Word(result.State)} ({result.Reason})");

    public string Status(TalkStatus status) => status.ToString().ToLowerInvariant();

    private static string Word(DeliveryState state) => state switch
    {
        DeliveryState.Sent => "posted",
        DeliveryState.Sending => "on its way",
        DeliveryState.Retry => "not posted yet, it will be tried again",
        DeliveryState.Failed => "refused",
        DeliveryState.Unknown => "unknown: it may be there or not, please look",
        DeliveryState.Skipped => "not posted",
        DeliveryState.Held => "held",
        _ => state.ToString(),
    };
}
