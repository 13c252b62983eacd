using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>Asks the moderators, with one message, about everything that a long silence held back.</summary>
public sealed class SilenceQuestions(LedgerIndex index, ToldThings things, ModeratorQuestions questions)
{
    /// <summary>The report's name in the ledger's key.</summary>
    public const string Step = "held-by-silence";

    public static bool IsHeldBySilence(DeliveryRow row) =>
        row.State is DeliveryState.Held && row.Reason.StartsWith(DeliveryPolicy.DueInSilence, StringComparison.Ordinal);

    public async Task AskAsync(TalkCatalogue catalogue, Instant now, CancellationToken cancellationToken)
    {
        var isTold = await things.ReadAsync(Step, cancellationToken);
        var held = index.Rows.Where(IsHeldBySilence).Where(row => !isTold(MarkOf(row))).OrderBy(row => row.DueAt).ThenBy(row => row.Id).ToList();
        if (held.Count == 0)
        {
            return;
        }

        var names = new PostNames(catalogue);
        var lines = held.Select(row => $"{names.Of(row.Key)}, due {DeliveryWords.Utc(row.DueAt)}").ToList();
        var title = held.Count == 1 ? "One post is held" : $"{held.Count} posts are held";
        var occasion = await things.BeginAsync(Step, [.. held.Select(MarkOf)], now, cancellationToken);
        await questions.AskAsync(
            ToldThings.Subject, Step, occasion, $"{title} since the bot was silent: {lines[0]}", ReportPress.SilenceQuestion, string.Join(' ', held.Select(row => row.Id)),
            question => ReportPost.Of(
                title,
                ["The bot was silent for more than a day, so this was not posted. Of what is posted now, only what is still in time goes out."],
                lines,
                new ActionButton(ReportPress.PostHeld, question, "Post them", ActionStyle.Primary),
                new ActionButton(ReportPress.LeaveOut, question, "Leave them out")),
            cancellationToken);
    }

    private static string MarkOf(DeliveryRow row) => $"{row.Key}|{row.ChangedAt.ToUnixTimeTicks()}";
}
