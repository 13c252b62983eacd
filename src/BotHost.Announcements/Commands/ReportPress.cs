using System.Collections.Immutable;
using System.Globalization;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Commands;

/// <summary>Carries out what a moderator decides below a report of what was not posted as planned.</summary>
internal sealed class ReportPress(PressDesk desk, IReportDecisions decisions) : IPressHandler
{
    /// <summary>The verbs of the ledger's questions.</summary>
    public const string DoubtQuestion = "unknown";

    public const string SilenceQuestion = "silence";

    public const string OlderCopyQuestion = "older-copy";

    public const string TryAgainQuestion = "try-again";

    public const string SendAgain = "send-again";

    public const string IsThere = "is-there";

    public const string PostHeld = "post-held";

    public const string LeaveOut = "leave-out";

    public const string PostMissing = "post-missing";

    public const string IsThereAlready = "is-there-already";

    public const string TryAgain = "try-again";

    public IReadOnlyList<string> Verbs => [SendAgain, IsThere, PostHeld, LeaveOut, PostMissing, IsThereAlready, TryAgain];

    public Task<Reply> PressAsync(IncomingCommand press, CancellationToken cancellationToken)
    {
        var words = Wording.For(press.Locale);
        return desk.DecideAsync(press, QuestionOf(press.Name), words.DecidedMeanwhile, CarryOutAsync, cancellationToken);

        async Task<Reply> CarryOutAsync(Decision question)
        {
            // Done first and answered then: each of these is done once however often it is asked, and a crash between the two leaves the button alive.
            var done = await DecideAsync(press, question, words, cancellationToken);
            await desk.CloseReportAsync(press, question, done ?? words.NothingLeftToDecide, cancellationToken);
            if (done is null)
            {
                return Reply.Whisper(words.DecidedMeanwhile);
            }

            ImmutableArray<Inline> shown = [.. Page.Words($"{done} "), .. words.StatusShows];
            var outcome = IsOrder(press.Name) ? shown : Page.Words(done);
            return new Reply { Content = new Page().Paragraph(outcome).Bullets(question.Shown.Select(Page.Words)).Build(), ReplacesPressed = true };
        }
    }

    // Something is still to come of these.
    private static bool IsOrder(string verb) => verb is SendAgain or PostHeld or PostMissing or TryAgain;

    private static string QuestionOf(string verb) => verb switch
    {
        SendAgain or IsThere => DoubtQuestion,
        PostHeld or LeaveOut => SilenceQuestion,
        PostMissing or IsThereAlready => OlderCopyQuestion,
        _ => TryAgainQuestion,
    };

    private async Task<string?> DecideAsync(IncomingCommand press, Decision question, Wording words, CancellationToken cancellationToken)
    {
        var by = press.Author.Mark();
        switch (press.Name)
        {
            case SendAgain or IsThere:
                var isThere = press.Name == IsThere;
                return await decisions.EndDoubtAsync(question.Subject, isThere, by, cancellationToken) is { } name
                    ? isThere ? words.ItIsThere(name, press.Author.Name) : words.SentAgain(name, press.Author.Name)
                    : null;
            case PostHeld or LeaveOut or PostMissing or IsThereAlready:
                var answer = AnswerOf(press.Name);
                var count = await decisions.DecideHeldAsync(RowsOf(question), answer, by, cancellationToken);
                return count == 0 ? null : words.HeldAreDecided(count, answer, press.Author.Name);
            default:
                return await decisions.TryAgainAsync(RowsOf(question), by, cancellationToken) == 0 ? words.NothingLeftToTry : words.TriedAgain(press.Author.Name);
        }
    }

    private static HeldAnswer AnswerOf(string verb) => verb switch
    {
        PostHeld or PostMissing => HeldAnswer.Post,
        IsThereAlready => HeldAnswer.IsThere,
        _ => HeldAnswer.LeaveOut,
    };

    private static List<long> RowsOf(Decision question) =>
        [.. question.Subject.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(row => long.Parse(row, CultureInfo.InvariantCulture))];
}
