using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Commands;

/// <summary>Holds back the announcement of a talk that came late.</summary>
internal sealed class HoldPress(PressDesk desk, ITalkSource talks, IAnnouncements announcements) : IPressHandler
{
    /// <summary>The verb of the ledger's question.</summary>
    public const string Question = "hold";

    public const string Hold = "hold-talk";

    public IReadOnlyList<string> Verbs => [Hold];

    public Task<Reply> PressAsync(IncomingCommand press, CancellationToken cancellationToken)
    {
        var words = Wording.For(press.Locale);
        return desk.DecideAsync(press, Question, words.DecidedMeanwhile, DecideAsync, cancellationToken);

        async Task<Reply> DecideAsync(Decision question)
        {
            var talk = new TalkId(question.Subject);
            var results = await announcements.HoldAsync(talk, press.Author.Mark(), cancellationToken);
            var title = talks.Current.Talks.TryGetValue(talk, out var found) ? found.Title : talk.Value;
            var there = results.Where(result => result.State is not DeliveryState.Held).Select(words.Result).ToList();
            var outcome = words.HeldBackBy(title, press.Author.Name);
            await desk.CloseReportAsync(press, question, there.Count == 0 ? outcome : $"{outcome} Not everywhere: {string.Join("; ", there)}.", cancellationToken);
            return new Reply
            {
                Content = new Page()
                    .Paragraph([.. Page.Words($"{outcome} "), .. words.AnnouncePosts])
                    .Bullets(results.Select(result => Page.Words(words.Result(result))))
                    .Build(),
                ReplacesPressed = true,
            };
        }
    }
}
