using BotHost.Announcements.Delivery.Ledgers;
using NodaTime.Extensions;

namespace BotHost.Announcements.Commands;

/// <summary>Posts what waited for a moderator's approval, or leaves it out.</summary>
internal sealed class ApprovalPress(ModeratorCheck moderators, IAnnouncements announcements, ILedger ledger, TimeProvider machine) : IPressHandler
{
    /// <summary>The verb of the ledger's question.</summary>
    public const string Question = "approve";

    public const string Approve = "approve-post";

    public const string Decline = "decline-post";

    public IReadOnlyList<string> Verbs => [Approve, Decline];

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
            || !await ledger.AnswerAsync(question.Id, press.Name, press.Author.Mark(), machine.GetUtcNow().ToInstant(), cancellationToken))
        {
            return Reply.Whisper(words.AlreadyDecided);
        }

        var result = await announcements.DecideAsync(question.Subject, press.Name == Approve, press.Author.Mark(), cancellationToken);
        return new Reply
        {
            Content = new Page().Paragraph(result is null ? words.NoLongerWanted : words.Result(result)).Build(),
            ReplacesPressed = true,
        };
    }
}
