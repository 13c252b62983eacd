using System.Collections.Immutable;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Commands;

#pragma warning disable CA1822 // As in the other part.
/// <content>What moderators read when they have decided below a report. What is only a string stands under every copy of the report.</content>
internal sealed partial class Wording
{
    public RichText DecidedMeanwhile => Page.Say($"This was decided already: {CommandTable.Status} shows how things stand.");

    public string BeingDecided => "Somebody has just pressed a button of this message, and it is being carried out.";

    public string NothingLeftToDecide => "Nothing is left to decide here.";

    public string ItIsThere(string post, string by) => $"It is there, says {by}: {post}.";

    public string SentAgain(string post, string by) => $"It is sent again, if it is still in time, by order of {by}: {post}.";

    public string NothingLeftToTry => "Nothing is left to try: everything has gone out meanwhile, or is tried by itself.";

    public string HeldAreDecided(int count, HeldAnswer answer, string by) => answer switch
    {
        HeldAnswer.Post => $"{Posts(count)} released by {by}: what is still in time goes out now, and of several posts about one talk in a channel one.",
        HeldAnswer.IsThere => count == 1 ? $"It is there already, says {by}." : $"All {count} are there already, says {by}.",
        _ => $"{Posts(count)} left out by {by}.",
    };

    public string TriedAgain(string by) => $"It is tried again by order of {by}.";

    /// <summary>What became of a post that a moderator approved or left out; null: it is no longer planned, or too late.</summary>
    public string Approved(AnnouncementResult? result, bool approved, string by) => (result, approved) switch
    {
        (null, _) => $"{NoLongerWanted} (Decided by {by}.)",
        ({ State: DeliveryState.Skipped }, false) => $"Left out by {by}.",
        ({ State: var state, Reason: var reason }, false) => $"{by} wanted to leave it out, but it is {Word(state)}{InBrackets(reason)}.",
        ({ State: var state, Reason: var reason }, true) => $"Approved by {by}: {Word(state)}{InBrackets(reason)}.",
    };

    public string HeldBackBy(string title, string by) => $"{title} is held back by {by}.";

    public ImmutableArray<Inline> StatusShows => Page.Own($"{CommandTable.Status} shows what becomes of it.");

    public ImmutableArray<Inline> AnnouncePosts => Page.Own($"{CommandTable.Announce} posts it when you want it.");

    private static string InBrackets(string reason) => reason.Length == 0 ? "" : $" ({reason})";

    private static string Posts(int count) => count == 1 ? "One post was" : $"{count} posts were";
}
