using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.Announcements.Delivery;

/// <summary>Puts questions with buttons before the moderators: in each of their chats, once, through the ledger.</summary>
public sealed class ModeratorQuestions(
    ITalkSource talks,
    ILedger ledger,
    LedgerIndex index,
    PlatformDirectory platforms,
    Courier courier,
    IClock campaign,
    TimeProvider machine)
{
    /// <param name="subject">What it is about, as the ledger knows it.</param>
    /// <param name="step">The report's name in the ledger's key.</param>
    /// <param name="occasion">What keeps one question of that name from the next; empty where there is only one.</param>
    /// <param name="verb">The verb of the ledger's question.</param>
    /// <param name="about">What the answer is for, for whoever handles the press.</param>
    /// <param name="compose">Makes the post; it gets the id that the buttons carry.</param>
    /// <param name="cancellationToken">Stops before the next chat.</param>
    public async Task AskAsync(
        string subject, string step, string occasion, string verb, string about, Func<long, Post> compose, CancellationToken cancellationToken)
    {
        foreach (var address in talks.Current.Moderators.Select(rules => rules.ReportTo).OfType<ChannelAddress>())
        {
            var key = new DeliveryKey(DeliveryKind.Report, subject, step, occasion, address.ToString());
            if (index.Find(key) is { State: not DeliveryState.Retry } || platforms.WhyHeld(address.Platform) is not null)
            {
                continue;
            }

            var question = await ledger.AskAsync(verb, about, "bot", "", machine.GetUtcNow().ToInstant(), cancellationToken);
            var channel = new Channel { Id = new ChannelId("moderators"), Address = address, Languages = talks.Current.Community.Languages };
            var platform = platforms.Find(address.Platform)!;
            var post = compose(question);
            var parcel = new Parcel(key, channel, campaign.GetCurrentInstant(), $"{step} of {subject}", () => platform.Render(post, channel));
            await courier.DeliverAsync(platform, parcel, cancellationToken);
        }
    }
}
