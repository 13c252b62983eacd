using System.Collections.Concurrent;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Texts;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.Announcements.Commands;

/// <summary>
/// What every press goes through: the rights at its moment, the question that its row names, whether that is still open. One press of a question is
/// carried out at a time.
/// </summary>
internal sealed class PressDesk(ModeratorCheck moderators, ILedger ledger, DecidedQuestions decided, IWakeUp bell, TimeProvider machine)
{
    private readonly ConcurrentDictionary<long, byte> _underWay = new();

    /// <summary>Carries a press out where it may be; else says why not.</summary>
    /// <param name="press">The press.</param>
    /// <param name="verb">The verb of the questions that its button belongs to.</param>
    /// <param name="alreadyDecided">What is said where the question is closed, or another one.</param>
    /// <param name="decideAsync">Gets the open question.</param>
    /// <param name="cancellationToken">Stops before it is carried out.</param>
    public async Task<Reply> DecideAsync(
        IncomingCommand press, string verb, RichText alreadyDecided, Func<Decision, Task<Reply>> decideAsync, CancellationToken cancellationToken)
    {
        var words = Wording.For(press.Locale);
        var standing = await moderators.StandingOfAsync(press, cancellationToken);
        if (standing != Standing.Moderator)
        {
            return Reply.Whisper(words.OnlyFor(standing, press));
        }

        if (press.PressedRow is not { } row)
        {
            return Reply.Whisper(alreadyDecided);
        }

        if (!_underWay.TryAdd(row, 0))
        {
            return Reply.Whisper(words.BeingDecided);
        }

        try
        {
            return await ledger.FindQuestionAsync(row, cancellationToken) is { } question && question.Verb == verb
                ? await decideAsync(question)
                : Reply.Whisper(alreadyDecided);
        }
        finally
        {
            _underWay.TryRemove(row, out _);
        }
    }

    /// <summary>Closes a question; false: somebody else did.</summary>
    public Task<bool> AnswerAsync(IncomingCommand press, Decision question, string answer, CancellationToken cancellationToken) =>
        ledger.AnswerAsync(question.Id, answer, press.Author.Mark(), Now(), cancellationToken);

    /// <summary>
    /// Closes the question of a report after what was decided has been done, so that a failure before this leaves the buttons alive. Every copy of the
    /// report will show these words.
    /// </summary>
    public async Task CloseReportAsync(IncomingCommand press, Decision question, string outcome, CancellationToken cancellationToken)
    {
        await decided.RecordAsync(question.Id, string.Join('\n', [outcome.ReplaceLineEndings(" "), .. question.Shown]), Now(), cancellationToken);
        await AnswerAsync(press, question, press.Name, cancellationToken);
        bell.Wake("a moderator decided below a report");
    }

    private Instant Now() => machine.GetUtcNow().ToInstant();
}
