using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using NodaTime.Extensions;

namespace BotHost.Announcements.Reports;

/// <summary>Puts reports with buttons before the moderators; the ledger's question, one for all places, says what a press is about.</summary>
public sealed class ModeratorQuestions(ReportRoute route, ReportQuestions questions, ILedger ledger, TimeProvider machine)
{
    /// <param name="subject">What it is about, as the ledger knows it.</param>
    /// <param name="step">The report's name in the ledger's key.</param>
    /// <param name="occasion">What keeps one question of that name from the next; empty where there is only one.</param>
    /// <param name="line">The question in one line.</param>
    /// <param name="verb">The verb of the ledger's question.</param>
    /// <param name="about">What the answer is for, for whoever handles the press.</param>
    /// <param name="shown">The list that the question is about, one line each; it stays under the answer.</param>
    /// <param name="compose">Makes the post; it gets the id that the buttons carry.</param>
    /// <param name="cancellationToken">Stops before the next place.</param>
    public Task<Telling> AskAsync(
        string subject, string step, string occasion, string line, string verb, string about, string shown, Func<long, Post> compose, CancellationToken cancellationToken)
    {
        return route.TellAsync(new Report(subject, step, occasion, line, ComposeAsync), cancellationToken);

        async Task<Post> ComposeAsync(CancellationToken cancel)
        {
            if (questions.Find(subject, step, occasion) is not { } question)
            {
                question = await ledger.AskAsync(verb, about, "bot", shown, machine.GetUtcNow().ToInstant(), cancel);
                questions.Remember(subject, step, occasion, question);
            }

            return compose(question);
        }
    }

    /// <summary>The same about a single thing, which the answer names.</summary>
    public Task<Telling> AskAsync(
        string subject, string step, string occasion, string line, string verb, string about, Func<long, Post> compose, CancellationToken cancellationToken) =>
        AskAsync(subject, step, occasion, line, verb, about, shown: "", compose, cancellationToken);
}
