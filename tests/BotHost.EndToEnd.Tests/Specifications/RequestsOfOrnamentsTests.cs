using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.Sandbox;
using BotHost.Scheduling;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Specifications;

/// <summary>Threads and events as the bot asks for them, held against what the platform took and against its description.</summary>
public sealed class RequestsOfOrnamentsTests
{
    private static readonly RehearsalOptions Standing = new() { Start = Instant.FromUtc(2027, 1, 1, 0, 0), Speed = 1 };

    private static readonly TalkCard Talk = new()
    {
        Heading = "Asian Talk 176",
        Title = "Harbours @everyone",
        Start = Instant.FromUtc(2040, 1, 20, 9, 0),
        End = Instant.FromUtc(2040, 1, 20, 10, 30),
        Place = null,
        Link = new Uri("https://example.org/join"),
        Elsewhere = "Online",
        Summary = RichText.Plain(string.Concat(Enumerable.Repeat("A sentence about harbours. ", 100))),
    };

    private static readonly Channel Channel = new()
    {
        Id = new ChannelId("news"),
        Address = new ChannelAddress(new PlatformId("discord"), Sample.DiscordChannel),
        Languages = ["en"],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Every_request_for_a_thread_or_an_event_keeps_to_the_description()
    {
        // Where the description is missing, this is skipped before anything is played.
        _ = SpecificationFiles.Discord;
        await using var bot = await BotOnSandbox.StartAsync(Standing, decorate: null, Cancel);
        var moved = Talk with { Title = "Ports", Start = Talk.Start + Duration.FromDays(1), End = Talk.End + Duration.FromDays(1), Summary = RichText.Empty, Link = null, Place = "Room 3" };
        var sent = Assert.IsType<Outcome.Sent>(await bot.Discord.SendAsync(
            new SendOrder(Channel.Address, """{"content":"Talk today","allowed_mentions":{"parse":[]}}""", "ABCDEFGHIJKLMNOPQRSTUVWX2"), Cancel)).Receipt;

        var thread = await DoneAsync(EffectKind.Thread, Talk, made: null);
        var again = await DoneAsync(EffectKind.Thread, Talk, made: null);
        await DoneAsync(EffectKind.Thread, moved, thread);
        bot.Server.AddFaults(new SandboxFault { Platform = "discord", Route = "create-event", Phase = FaultPhase.AfterAccept, Action = new FaultAction { Status = 502 } });
        Assert.IsType<Outcome.Unknown>(await AdornAsync(EffectKind.Event, Talk, made: null));
        var scheduled = await DoneAsync(EffectKind.Event, Talk, made: null);
        await DoneAsync(EffectKind.Event, moved, scheduled);
        var none = await DoneAsync(EffectKind.Event, card: null, scheduled);

        Assert.Equal((sent, sent, ""), (thread, again, none));
        Assert.Equal(
            [
                (RecordKinds.ThreadCreated, "Asian Talk 176: Harbours @\u200beveryone", sent),
                (RecordKinds.ThreadEdited, "Asian Talk 176: Ports", sent),
                (RecordKinds.EventCreated, "Asian Talk 176: Harbours @\u200beveryone", scheduled),
                (RecordKinds.EventEdited, "Asian Talk 176: Ports", scheduled),
                (RecordKinds.EventCancelled, "Asian Talk 176: Ports", scheduled),
            ],
            bot.Record.Entries.Where(entry => entry.Kind.StartsWith("thread-", StringComparison.Ordinal) || entry.Kind.StartsWith("event-", StringComparison.Ordinal))
                .Select(entry => (entry.Kind, entry.Text!, entry.MessageId!)));
        RequestJudge.ApproveAll(bot.Record);
        Assert.Superset(
            new HashSet<string>(
            [
                "discord POST /channels/{channel}/messages/{message}/threads",
                "discord PATCH /channels/{channel}",
                "discord GET /channels/{channel}",
                "discord GET /guilds/{guild}/scheduled-events",
                "discord POST /guilds/{guild}/scheduled-events",
                "discord GET /guilds/{guild}/scheduled-events/{event}",
                "discord PATCH /guilds/{guild}/scheduled-events/{event}",
            ]),
            RequestJudge.RoutesOf(bot.Record).ToHashSet());

        async Task<string> DoneAsync(EffectKind kind, TalkCard? card, string? made) => Assert.IsType<Outcome.Sent>(await AdornAsync(kind, card, made)).Receipt;

        Task<Outcome> AdornAsync(EffectKind kind, TalkCard? card, string? made) => bot.Discord.AdornAsync(
            new OrnamentOrder(kind, Channel.Address, sent, card is null ? "" : bot.Discord.RenderOrnament(kind, card, Channel)!) { Made = made }, Cancel);
    }
}
