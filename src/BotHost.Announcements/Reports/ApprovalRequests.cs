using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>Asks the moderators, once for each post, for the approval that it waits for.</summary>
public sealed partial class ApprovalRequests(
    ModeratorQuestions questions, ReportQuestions asked, DecidedQuestions decided, IClock campaign, ILogger<ApprovalRequests> logger)
{
    /// <summary>The step of the ledger's key under which an approval is asked for.</summary>
    public const string Request = "approval";

    private readonly HashSet<DeliveryKey> _told = [];

    private readonly HashSet<DeliveryKey> _closed = [];

    public async Task AskAsync(PlannedDelivery planned, CancellationToken cancellationToken)
    {
        if (_told.Add(planned.Key))
        {
            Log.ApprovalNeeded(logger, planned.Key);
        }

        var line = $"{planned.Step.Id} of {planned.Talk.Id} in {planned.Channel.FaceName} waits for a moderator's approval";
        await questions.AskAsync(
            planned.Key.Subject, Request, OccasionOf(planned), line, ApprovalPress.Question, planned.Key.ToString(), NameOf(planned), question => Compose(planned, question), cancellationToken);
    }

    /// <summary>Takes the buttons from what nobody decided in time.</summary>
    public async Task CloseAsync(PlannedDelivery planned, CancellationToken cancellationToken)
    {
        if (!_closed.Contains(planned.Key) && asked.Find(planned.Key.Subject, Request, OccasionOf(planned)) is { } question)
        {
            await decided.RecordAsync(question, $"Nobody decided in time, so it was not posted.\n{NameOf(planned)}", campaign.GetCurrentInstant(), cancellationToken);
            _closed.Add(planned.Key);
        }
    }

    private static string OccasionOf(PlannedDelivery planned) => $"{planned.Step.Id} {planned.Key.Occasion} {planned.Key.Target}";

    private static string NameOf(PlannedDelivery planned) => $"{planned.Step.Id} of {planned.Talk.Title} in {planned.Channel.FaceName}".ReplaceLineEndings(" ");

    private static Post Compose(PlannedDelivery planned, long question)
    {
        var title = $"Approve {NameOf(planned)}?";
        return new Post
        {
            Lead = [new Inline.Text(title)],
            Body = RichText.Of(
                new Block.Heading(1, [new Inline.Text(title)]),
                new Block.Paragraph(
                [
                    new Inline.Text("It is due, and waits for your word."),
                    .. LatestOf(planned),
                ])),
            Actions =
            [
                new ActionButton(ApprovalPress.Approve, question, "Post it", ActionStyle.Primary),
                new ActionButton(ApprovalPress.Decline, question, "Leave it out", ActionStyle.Plain),
            ],
        };
    }

    private static IEnumerable<Inline> LatestOf(PlannedDelivery planned) => planned.LatestAt == Instant.MaxValue
        ? []
        : [new Inline.Text(" It makes sense until "), new Inline.Time(planned.LatestAt, planned.Talk.Zone, TimeStyle.Full), new Inline.Text("; after that it is left out.")];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Key} waits for a moderator's approval")]
        public static partial void ApprovalNeeded(ILogger logger, DeliveryKey key);
    }
}
