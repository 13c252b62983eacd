using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>Tells the moderators, together and once, what was not posted as planned.</summary>
public sealed class ShortfallReports(
    LedgerIndex index, TargetBoard targets, ToldThings things, ModeratorQuestions questions, ReportRoute route, TimeProvider machine)
{
    /// <summary>The report's name in the ledger's key.</summary>
    public const string Step = "not-as-planned";

    /// <summary>How long a chat that does not take a report, which another one has taken, is tried.</summary>
    public static readonly TimeSpan TriedFor = TimeSpan.FromDays(1);

    private readonly List<(Func<CancellationToken, Task<Telling>> Tell, long Since)> _open = [];

    public async Task TellAsync(TalkCatalogue catalogue, Knowledge known, Instant now, CancellationToken cancellationToken)
    {
        await TellTheRestAsync(cancellationToken);
        var isTold = await things.ReadAsync(Step, cancellationToken);
        var news = Find(catalogue, known, now).DistinctBy(shortfall => shortfall.Mark).Where(shortfall => !isTold(shortfall.Mark)).ToList();
        if (news.Count == 0)
        {
            return;
        }

        var occasion = await things.BeginAsync(Step, [.. news.Select(shortfall => shortfall.Mark)], now, cancellationToken);
        var telling = await TellAsync(news, occasion, cancellationToken);
        if (telling is { IsTold: true, IsSettled: false })
        {
            _open.Add((cancel => TellAsync(news, occasion, cancel), machine.GetTimestamp()));
        }
    }

    private List<Shortfall> Find(TalkCatalogue catalogue, Knowledge known, Instant now)
    {
        var names = new PostNames(catalogue);
        var rows = index.Rows.ToList();
        return
        [
            .. Shortfalls.OfRows(names, rows, now),
            .. Shortfalls.OfPlan(names, catalogue, known, index.Find, now),
            .. Shortfalls.OfTargets(names, targets.All, rows),
        ];
    }

    // Each of the moderators' chats gets every report, also the one that could not be reached at first.
    private async Task TellTheRestAsync(CancellationToken cancellationToken)
    {
        foreach (var open in _open.ToList())
        {
            if (machine.GetElapsedTime(open.Since) > TriedFor || (await open.Tell(cancellationToken)).IsSettled)
            {
                _open.Remove(open);
            }
        }
    }

    private Task<Telling> TellAsync(List<Shortfall> news, string occasion, CancellationToken cancellationToken)
    {
        var lines = news.Select(shortfall => shortfall.Line).ToList();
        var title = TitleOf(news);
        var line = $"{title}: {lines[0]}";
        if (!news.Any(shortfall => shortfall.CanBeTriedAgain))
        {
            return route.TellAsync(new Report(ToldThings.Subject, Step, occasion, line, _ => Task.FromResult(ReportPost.Of(title, [], lines))), cancellationToken);
        }

        // What the button tries again is what the message lists, whatever else is refused later.
        var refused = news.Select(shortfall => shortfall.Refused).OfType<DeliveryKey>().Select(key => index.Find(key)?.Id).OfType<long>();
        return questions.AskAsync(
            ToldThings.Subject, Step, occasion, line, ReportPress.TryAgainQuestion, string.Join(' ', refused), ReportPost.Shown([.. lines.Select(ReportPost.Line)]),
            question => ReportPost.Of(title, ["Mend what is wrong, then press."], lines, new ActionButton(ReportPress.TryAgain, question, "Try again", ActionStyle.Primary)),
            cancellationToken);
    }

    private static string TitleOf(List<Shortfall> news)
    {
        var places = news.Count(shortfall => shortfall.IsPlace);
        var inPlaces = places == 1 ? "One channel does not take posts" : $"{places} channels do not take posts";
        // One post may lack its pin and its thread.
        var count = news.Where(shortfall => !shortfall.IsPlace).Select(shortfall => shortfall.Post).Distinct().Count();
        var posts = count == 1 ? "One post is not as planned" : $"{count} posts are not as planned";
        return places == 0 ? posts : places == news.Count ? inPlaces : $"{posts}, and {char.ToLowerInvariant(inPlaces[0])}{inPlaces[1..]}";
    }
}
