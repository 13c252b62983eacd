using System.Globalization;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>Asks the moderators, with one message, about everything that a long silence held back.</summary>
public sealed class SilenceQuestions(LedgerIndex index, ToldThings things, ModeratorQuestions questions)
{
    /// <summary>The report's name in the ledger's key.</summary>
    public const string Step = "held-by-silence";

    public static bool IsHeldBySilence(DeliveryRow row) =>
        row.State is DeliveryState.Held && row.Reason.StartsWith(DeliveryPolicy.DueInSilence, StringComparison.Ordinal) && !OlderCopyQuestions.IsHeldByOlderCopy(row);

    public async Task AskAsync(TalkCatalogue catalogue, Instant now, CancellationToken cancellationToken)
    {
        var isTold = await things.ReadAsync(Step, cancellationToken);
        var held = index.Rows.Where(IsHeldBySilence).Where(row => !isTold(ToldThings.MarkOf(row))).OrderBy(row => row.DueAt).ThenBy(row => row.Id).ToList();
        if (held.Count == 0)
        {
            return;
        }

        var posts = new HeldPosts(catalogue, now);
        var lines = held.ConvertAll(posts.LineOf);
        var title = held.Count == 1 ? "One post is held" : $"{held.Count} posts are held";
        var occasion = await things.BeginAsync(Step, [.. held.Select(ToldThings.MarkOf)], now, cancellationToken);
        await questions.AskAsync(
            ToldThings.Subject, Step, occasion, $"{title} since the bot was silent: {posts.NameOf(held[0])}", ReportPress.SilenceQuestion,
            string.Join(' ', held.Select(row => row.Id)), ReportPost.Shown(lines),
            question => ReportPost.List(
                title,
                [$"The bot was silent {HowLong(held)}, so this was not posted. Of what is posted now, only what is still in time goes out."],
                lines,
                new ActionButton(ReportPress.PostHeld, question, "Post them", ActionStyle.Primary),
                new ActionButton(ReportPress.LeaveOut, question, "Leave them out")),
            cancellationToken);
    }

    // The reason says it in hours; of two silences none is named.
    private static string HowLong(IEnumerable<DeliveryRow> held)
    {
        var silences = held.Select(row => row.Reason.Split(';')[0][DeliveryPolicy.DueInSilence.Length..]).Distinct(StringComparer.Ordinal).ToList();
        if (silences is not [var only] || only.Split(' ') is not ["", "for", var number, "hours"] || !int.TryParse(number, CultureInfo.InvariantCulture, out var hours))
        {
            return "for more than a day";
        }

        return hours < 48 ? $"for {hours} hours" : $"for {hours / 24} days";
    }
}
