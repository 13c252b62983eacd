using BotHost.Announcements.Commands;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>Tells the moderators, once and through the ledger, what they may want to decide.</summary>
public sealed partial class ModeratorReports(ModeratorQuestions questions, ILogger<ModeratorReports> logger)
{
    /// <summary>The step of the ledger's key under which a new talk is reported.</summary>
    public const string NewTalk = "new-talk";

    private readonly HashSet<TalkId> _told = [];

    /// <summary>Says that a talk that came late will be announced, with a button to hold it back.</summary>
    public async Task TellNewTalkAsync(Talk talk, Instant announcedAt, CancellationToken cancellationToken)
    {
        if (_told.Add(talk.Id))
        {
            Log.NewTalk(logger, talk.Id, announcedAt);
        }

        var line = $"the new talk {talk.Id} will be announced at {announcedAt}, unless it is held";
        await questions.AskAsync(
            talk.FirstId.Value, NewTalk, "", line, HoldPress.Question, talk.Id.Value, question => Compose(talk, announcedAt, question), cancellationToken);
    }

    private static Post Compose(Talk talk, Instant announcedAt, long question) => new()
    {
        Lead = [new Inline.Text($"New talk: {talk.Title}")],
        Body = RichText.Of(
            new Block.Heading(1, [new Inline.Text($"New talk: {talk.Title}")]),
            new Block.Paragraph(
            [
                new Inline.Text("Its announcement was already due when it came. It goes out on "),
                new Inline.Time(announcedAt, talk.Zone, TimeStyle.Full),
                new Inline.Text(", unless you hold it back."),
            ])),
        Actions = [new ActionButton(HoldPress.Hold, question, "Hold", ActionStyle.Danger)],
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Talk} came after its announcement's time; it is announced at {AnnouncedAt} unless a moderator holds it")]
        public static partial void NewTalk(ILogger logger, TalkId talk, Instant announcedAt);
    }
}
