using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Commands;

/// <summary>Shows what it is told to show and counts orders.</summary>
internal sealed class FakeAnnouncements : IAnnouncements
{
    public AnnouncementPreview Preview { get; set; } = new(
        new Post { Lead = [new Inline.Text("lead")], Body = RichText.Plain("body"), Mention = "everyone" },
        [
            new ChannelStatus(CatalogueBuilder.DiscordChannel, "will be posted now", Pending: true),
            new ChannelStatus(CatalogueBuilder.TelegramChannel, "held: the token is missing", Pending: false),
        ],
        "hash-1");

    public List<(string Talk, string OrderedBy)> Orders { get; } = [];

    public List<(string Talk, string OrderedBy)> Holds { get; } = [];

    public Task<AnnouncementPreview> PreviewAsync(TalkId talk, CancellationToken cancellationToken) => Task.FromResult(Preview);

    public Task<IReadOnlyList<AnnouncementResult>> HoldAsync(TalkId talk, string orderedBy, CancellationToken cancellationToken)
    {
        Holds.Add((talk.Value, orderedBy));
        return Task.FromResult<IReadOnlyList<AnnouncementResult>>(
            [new AnnouncementResult(CatalogueBuilder.DiscordChannel, DeliveryState.Held, $"held by {orderedBy}")]);
    }

    public Task<IReadOnlyList<AnnouncementResult>> PostNowAsync(TalkId talk, string orderedBy, CancellationToken cancellationToken)
    {
        Orders.Add((talk.Value, orderedBy));
        return Task.FromResult<IReadOnlyList<AnnouncementResult>>(
        [
            new AnnouncementResult(CatalogueBuilder.DiscordChannel, DeliveryState.Sent, ""),
            new AnnouncementResult(CatalogueBuilder.TelegramChannel, DeliveryState.Held, "the token is missing"),
        ]);
    }

    /// <summary>What becomes of a post that is approved or declined.</summary>
    public Func<AnnouncementResult?> Decide { get; set; } = () => null;

    /// <summary>The same, where something happens meanwhile.</summary>
    public Func<Task<AnnouncementResult?>>? DecideAsync { get; set; }

    Task<AnnouncementResult?> IAnnouncements.DecideAsync(string delivery, bool approved, string decidedBy, CancellationToken cancellationToken) =>
        DecideAsync?.Invoke() ?? Task.FromResult(Decide());
}
