using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using NodaTime.Extensions;

namespace BotHost.Announcements.Commands;

/// <summary>Holds back the announcement of a talk that came late.</summary>
internal sealed class HoldPress(ModeratorCheck moderators, ITalkSource talks, IAnnouncements announcements, ILedger ledger, TimeProvider machine)
    : IPressHandler
{
    /// <summary>The verb of the ledger's question.</summary>
    public const string Question = "hold";

    public const string Hold = "hold-talk";

    public IReadOnlyList<string> Verbs => [Hold];

    public async Task<Reply> PressAsync(IncomingCommand press, CancellationToken cancellationToken)
    {
        var words = Wording.For(press.Locale);
        var standing = await moderators.StandingOfAsync(press, cancellationToken);
        if (standing != Standing.Moderator)
        {
            return Reply.Whisper(words.OnlyFor(standing, press));
        }

        var question = press.PressedRow is { } row ? await ledger.FindQuestionAsync(row, cancellationToken) : null;
        if (question is not { Verb: Question }
            || !await ledger.AnswerAsync(question.Id, Hold, press.Author.Mark(), machine.GetUtcNow().ToInstant(), cancellationToken))
        {
            return Reply.Whisper(words.AlreadyDecided);
        }

        var talk = new TalkId(question.Subject);
        var results = await announcements.HoldAsync(talk, press.Author.Mark(), cancellationToken);
        return new Reply
        {
            Content = new Page()
                .Paragraph(words.HeldBack(talks.Current.Talks.TryGetValue(talk, out var found) ? found.Title : talk.Value))
                .Bullets(results.Select(result => Page.Words(words.Result(result))))
                .Build(),
            ReplacesPressed = true,
        };
    }
}
