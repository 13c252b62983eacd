using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>
/// Asks the moderators about what was due when the ledger's older copy did not know. Each post may be there or not, so each has a question of its own;
/// no press posts more than one.
/// </summary>
public sealed class OlderCopyQuestions(LedgerIndex index, ToldThings things, ModeratorQuestions questions)
{
    /// <summary>The name in the ledger's key of the report that lists them.</summary>
    public const string Step = "older-copy";

    /// <summary>The name of the question about one of them.</summary>
    public const string OneStep = "older-copy-post";

    /// <summary>How many questions wait at the same time; the next one comes when one is decided.</summary>
    public const int MostOpen = 10;

    private const string Explanation =
        "An older copy of the ledger was put back, or an exported one imported. What was posted since that copy is not known, so this may be there already.";

    public static bool IsHeldByOlderCopy(DeliveryRow row) =>
        row.State is DeliveryState.Held && row.Reason.StartsWith(DeliveryPolicy.DueInOlderCopy, StringComparison.Ordinal);

    public async Task AskAsync(TalkCatalogue catalogue, Instant now, CancellationToken cancellationToken)
    {
        var held = index.Rows.Where(IsHeldByOlderCopy).OrderBy(row => row.DueAt).ThenBy(row => row.Id).ToList();
        if (held.Count == 0)
        {
            return;
        }

        var posts = new HeldPosts(catalogue, now);
        await ListAsync(posts, held, now, cancellationToken);
        foreach (var row in held.Take(MostOpen))
        {
            await AskAsync(posts, row, cancellationToken);
        }
    }

    private async Task ListAsync(HeldPosts posts, List<DeliveryRow> held, Instant now, CancellationToken cancellationToken)
    {
        var isTold = await things.ReadAsync(Step, cancellationToken);
        var news = held.Where(row => !isTold(ToldThings.MarkOf(row))).ToList();
        if (held.Count == 1 || news.Count == 0)
        {
            return;
        }

        var lines = news.ConvertAll(posts.LineOf);
        var title = news.Count == 1 ? "One post may be there already" : $"{news.Count} posts may be there already";
        var occasion = await things.BeginAsync(Step, [.. news.Select(ToldThings.MarkOf)], now, cancellationToken);
        await questions.AskAsync(
            ToldThings.Subject, Step, occasion, $"{title}, an older copy of the ledger does not know: {posts.NameOf(news[0])}", ReportPress.OlderCopyQuestion,
            string.Join(' ', news.Select(row => row.Id)), ReportPost.Shown(lines),
            question => ReportPost.List(
                title,
                [$"{Explanation} Look into the channels first. Each post is asked about in a message of its own, {MostOpen} at a time; if they are all there, one press here says so."],
                lines,
                new ActionButton(ReportPress.IsThereAlready, question, "They are all there")),
            cancellationToken);
    }

    private async Task AskAsync(HeldPosts posts, DeliveryRow row, CancellationToken cancellationToken)
    {
        var name = posts.NameOf(row);
        var occasion = $"{row.Key.Kind} {row.Key.Step} {row.Key.Occasion} {row.Key.Target} {row.ChangedAt.ToUnixTimeTicks()}".ToLowerInvariant();
        await questions.AskAsync(
            row.Key.Subject, OneStep, occasion, $"an older copy of the ledger does not know whether {name} is there", ReportPress.OlderCopyQuestion,
            $"{row.Id}", ReportPost.Shown([posts.LineOf(row)]), question => Compose(posts, row, question), cancellationToken);
    }

    private static Post Compose(HeldPosts posts, DeliveryRow row, long question)
    {
        var title = $"Is it there already? {posts.NameOf(row)}";
        return new Post
        {
            Lead = Page.Words(title),
            Body = RichText.Of(
                new Block.Heading(1, Page.Words(title)),
                new Block.Paragraph([new Inline.Text("It was "), .. posts.TimesOf(row), new Inline.Text(".")]),
                new Block.Paragraph(Page.Words($"{Explanation} Look into {posts.ChannelOf(row)} first: if it is there, posting it makes it twice."))),
            Actions =
            [
                new ActionButton(ReportPress.PostMissing, question, "It is missing, post it", ActionStyle.Danger),
                new ActionButton(ReportPress.IsThereAlready, question, "It is there", ActionStyle.Primary),
            ],
        };
    }
}
