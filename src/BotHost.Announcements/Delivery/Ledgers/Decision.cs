using NodaTime;

namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>A question that waits for a person's press; its id is what the button carries.</summary>
/// <param name="Id">The ledger's row.</param>
/// <param name="Verb">What pressing does, for example <c>announce</c>.</param>
/// <param name="Subject">For example the talk's id.</param>
/// <param name="AskedBy"><c>platform:user</c>.</param>
/// <param name="AskedAt">On the machine's wall clock.</param>
/// <param name="Hash">What was shown, or its hash; where it is a hash, a press on something that changed since is refused.</param>
public sealed record Decision(long Id, string Verb, string Subject, string AskedBy, Instant AskedAt, string Hash)
{
    /// <summary>The list below which the question stood, where that is what was kept of it: it stays under the answer.</summary>
    public IEnumerable<string> Shown => Hash.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
