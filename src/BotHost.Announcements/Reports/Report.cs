using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;

namespace BotHost.Announcements.Reports;

/// <summary>One word to the moderators; what it is about, its name and its occasion together are told once in each place.</summary>
/// <param name="Subject">What it is about, as the ledger knows it.</param>
/// <param name="Step">The report's name in the ledger's key.</param>
/// <param name="Occasion">What keeps one report of that name from the next; empty where there is only one.</param>
/// <param name="Line">The same in one line, for the log and for <c>/status</c> where nobody can be told.</param>
/// <param name="Compose">Makes the post, for each place anew.</param>
public sealed record Report(string Subject, string Step, string Occasion, string Line, Func<CancellationToken, Task<Post>> Compose)
{
    public DeliveryKey KeyIn(ChannelAddress place) => new(DeliveryKind.Report, Subject, Step, Occasion, place.ToString());
}
