namespace BotHost.Announcements.Commands;

#pragma warning disable CA1822 // As in the other part.
/// <content>What moderators read when they have decided below a report.</content>
internal sealed partial class Wording
{
    public string DecidedMeanwhile => "This was decided already: /status shows how things stand.";

    public string ItIsThere(string post, string by) => $"It is there, says {by}: {post}.";

    public string SentAgain(string post, string by) => $"It is sent again, if it is still in time, by order of {by}: {post}. /status shows what becomes of it.";

    public string NothingLeftToTry => "Nothing is left to try: everything has gone out meanwhile, or is tried by itself. /status shows how things stand.";

    public string HeldAreDecided(int count, HeldAnswer answer, string by) => answer switch
    {
        HeldAnswer.Post =>
            $"{Posts(count)} released by {by}: what is still in time goes out now, and of several posts about one talk in a channel one. /status shows what becomes of it.",
        HeldAnswer.IsThere => count == 1 ? $"It is there already, says {by}." : $"All {count} are there already, says {by}.",
        _ => $"{Posts(count)} left out by {by}.",
    };

    public string TriedAgain(string by) => $"It is tried again by order of {by}. /status shows what becomes of it.";

    private static string Posts(int count) => count == 1 ? "One post was" : $"{count} posts were";
}
