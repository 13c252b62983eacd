using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>Asks the moderators, once for each attempt, about a post of which nobody but they can tell whether it is there.</summary>
public sealed class DoubtQuestions(LedgerIndex index, DoubtPass doubts, ModeratorQuestions questions)
{
    /// <summary>The report's name in the ledger's key.</summary>
    public const string Step = "unknown";

    public async Task AskAsync(TalkCatalogue catalogue, Instant now, CancellationToken cancellationToken)
    {
        var names = new PostNames(catalogue);
        var left = index.Rows.Where(row =>
            row.Key.Kind is not DeliveryKind.Report && doubts.IsLeftToPeople(row) && now - row.ChangedAt <= Shortfalls.OutOfDateAfter && !names.IsTest(row.Key));
        foreach (var row in left.OrderBy(row => row.Id).ToList())
        {
            var name = names.Of(row.Key);
            var occasion = $"{row.Key.Kind} {row.Key.Step} {row.Key.Occasion} {row.Key.Target} {row.Generation}".ToLowerInvariant();
            await questions.AskAsync(
                row.Key.Subject, Step, occasion, $"nobody knows whether {name} is there: {row.Reason}", ReportPress.DoubtQuestion, row.Key.ToString(),
                question => ReportPost.Of(
                    $"Is it there? {name}",
                    [$"It was sent, and the platform never answered ({row.Reason}). Please look into {names.ChannelOf(row.Key)}, and press what is right: it is not sent again by itself."],
                    [],
                    new ActionButton(ReportPress.SendAgain, question, "Send again", ActionStyle.Danger),
                    new ActionButton(ReportPress.IsThere, question, "It is there", ActionStyle.Primary)),
                cancellationToken);
        }
    }
}
