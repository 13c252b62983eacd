using BotHost.Announcements.Delivery.Ledgers;

namespace BotHost.Announcements.Commands;

/// <summary>Posts what waited for a moderator's approval, or leaves it out, and then says what became of it.</summary>
internal sealed class ApprovalPress(PressDesk desk, IAnnouncements announcements) : IPressHandler
{
    /// <summary>The verb of the ledger's question.</summary>
    public const string Question = "approve";

    public const string Approve = "approve-post";

    public const string Decline = "decline-post";

    public IReadOnlyList<string> Verbs => [Approve, Decline];

    public Task<Reply> PressAsync(IncomingCommand press, CancellationToken cancellationToken)
    {
        var words = Wording.For(press.Locale);
        return desk.DecideAsync(press, Question, words.DecidedMeanwhile, DecideAsync, cancellationToken);

        async Task<Reply> DecideAsync(Decision question)
        {
            // Both are done once however often they are asked, so a failure may leave the buttons alive.
            var result = await announcements.DecideAsync(question.Subject, press.Name == Approve, press.Author.Mark(), cancellationToken);
            var outcome = words.Approved(result, press.Name == Approve, press.Author.Name);
            await desk.CloseReportAsync(press, question, outcome, cancellationToken);
            return new Reply { Content = new Page().Paragraph(outcome).Bullets(question.Shown.Select(Page.Words)).Build(), ReplacesPressed = true };
        }
    }
}
