using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.Announcements.Commands;

/// <summary>Carries out, once, what a moderator decided below a preview.</summary>
internal sealed class AnnouncePress(
    PressDesk desk,
    ITalkSource talks,
    IAnnouncements announcements,
    TimeProvider machine) : IPressHandler
{
    public const string Post = "announce-now";

    public const string Cancel = "announce-cancel";

    // People read on the machine's clock; a rehearsal's runs weeks while they do.
    private static readonly Duration Lifetime = Duration.FromMinutes(15);

    public IReadOnlyList<string> Verbs => [Post, Cancel];

    public Task<Reply> PressAsync(IncomingCommand press, CancellationToken cancellationToken)
    {
        var words = Wording.For(press.Locale);
        return desk.DecideAsync(press, AnnounceCommand.Question, words.AlreadyDecided, question => DecideAsync(press, question, words, cancellationToken), cancellationToken);
    }

    private async Task<Reply> DecideAsync(IncomingCommand press, Decision question, Wording words, CancellationToken cancellationToken)
    {
        if (press.Name == Cancel)
        {
            return await CloseAsync(press, question, "cancel", RichText.Plain(words.CancelledByPress), cancellationToken);
        }

        if (machine.GetUtcNow().ToInstant() - question.AskedAt > Lifetime)
        {
            return await CloseAsync(press, question, "expired", words.Expired, cancellationToken);
        }

        var catalogue = talks.Current;
        if (!catalogue.Talks.TryGetValue(new TalkId(question.Subject), out var talk))
        {
            return await CloseAsync(press, question, "gone", RichText.Plain(words.TalkIsGone), cancellationToken);
        }

        if (words.Hindrance(talk.Status) is { } hindrance)
        {
            return await CloseAsync(press, question, "hindered", RichText.Plain(hindrance), cancellationToken);
        }

        var preview = await announcements.PreviewAsync(talk.Id, cancellationToken);
        if (preview.Hash != question.Hash)
        {
            return await CloseAsync(press, question, "changed", words.TalkChanged, cancellationToken);
        }

        // The answer is recorded before anything is sent: of two presses only one gets here, and what a crash leaves undone the next preview shows.
        if (!await desk.AnswerAsync(press, question, "post", cancellationToken))
        {
            return Reply.Whisper(words.AlreadyDecided);
        }

        var results = await announcements.PostNowAsync(talk.Id, press.Author.Mark(), cancellationToken);
        return Replace(results.Count == 0
            ? RichText.Plain(words.PostedNothing)
            : new Page()
                .Paragraph(words.Done(words.Title(talk, catalogue.SeriesOf(talk))))
                .Bullets(results.Select(result => Page.Words(words.Result(result))))
                .Build());
    }

    private static Reply Replace(RichText content) => new() { Content = content, Private = true, ReplacesPressed = true };

    private async Task<Reply> CloseAsync(IncomingCommand press, Decision question, string answer, RichText text, CancellationToken cancellationToken) =>
        await desk.AnswerAsync(press, question, answer, cancellationToken) ? Replace(text) : Reply.Whisper(Wording.For(press.Locale).AlreadyDecided);
}
