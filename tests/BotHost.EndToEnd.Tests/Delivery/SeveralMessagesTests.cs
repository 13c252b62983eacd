using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>A post of several messages stays one post, whatever happens between two of them; and the latest announcement stays pinned.</summary>
public sealed class SeveralMessagesTests : IDisposable
{
    private static readonly Instant Announce = Instant.FromUtc(2026, 12, 30, 1, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Announce - Duration.FromHours(1));
    private readonly ManualTimeProvider _machine = new();
    private readonly RecordingPlatform _discord = new("discord", TimeSpan.FromSeconds(60)) { Words = post => $"1 {PlainText.Of(post.Lead, "en").Split(" · ")[0]}" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static CatalogueBuilder OnDiscord => new CatalogueBuilder().Channels(CatalogueBuilder.DiscordChannel);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_follows_goes_out_as_it_was_composed_with_the_first_even_after_a_restart_and_an_edit_of_the_talk()
    {
        _discord.Following = post => [$"2 {PlainText.Of(post.Lead, "en").Split(" · ")[0]}", "3 end"];
        _discord.Answer = order => order.Payload[0] == '2' ? new Outcome.Deferred(TimeSpan.FromSeconds(5), "too many") : null!;
        await using (var first = await StartAsync(Titled("Before")))
        {
            await first.PassAsync(Cancel);
            _clock.Set(Announce);
            await first.PassAsync(Cancel);
        }

        _discord.Answer = null;
        await using var second = await StartAsync(Titled("After"));
        await second.PassAsync(Cancel);

        Assert.Equal(["1 Asian Talk 176: Before", "2 Asian Talk 176: Before", "3 end"], _discord.Taken);
        Assert.Equal(DeliveryState.Sent, Assert.Single(second.Index.Rows).State);
    }

    [Fact]
    public async Task The_latest_announcement_is_pinned_and_the_one_before_it_no_more()
    {
        var later = new TalkBuilder("later").Titled("Later").With(talk => talk with { AnnounceAt = Announce + Duration.FromDays(1) });
        await using var rig = await StartAsync(OnDiscord.Channels(CatalogueBuilder.DiscordChannel with { Pin = true }).With(new TalkBuilder(), later).Build());
        await rig.PassAsync(Cancel);

        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        _clock.Set(Announce + Duration.FromDays(1));
        await rig.PassAsync(Cancel);
        await rig.PassAsync(Cancel);

        Assert.Equal(["+1", "+2", "-1"], _discord.Pins);
    }

    [Fact]
    public async Task A_post_whose_picture_is_refused_goes_out_without_it()
    {
        _discord.Words = post => post.Picture is null ? "1 plain" : "1 with a poster";
        _discord.Following = post => post.Picture is null ? [] : ["2 text"];
        _discord.Answer = order => order.Payload == "1 with a poster" ? new Outcome.Rejected(RejectionScope.Picture, "400 no picture", "send another") : null!;
        var poster = new Picture("poster.png", null, null) { Content = new PictureFile(new string('a', 64), PictureFormat.Png, 800, 400, 1000) };
        await using var rig = await StartAsync(OnDiscord.With(new TalkBuilder().With(talk => talk with { Image = poster })).Build());
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        await rig.PassAsync(Cancel);

        Assert.Equal(["1 plain"], _discord.Taken);
        Assert.Equal(DeliveryState.Sent, Assert.Single(rig.Index.Rows).State);
    }

    [Fact]
    public async Task A_reminder_is_not_pinned_and_nothing_is_where_nobody_asked()
    {
        await using var rig = await StartAsync(OnDiscord.With(new TalkBuilder()).Build());
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        _clock.Set(Instant.FromUtc(2027, 1, 13, 1, 0));
        await rig.PassAsync(Cancel);

        Assert.Equal(2, _discord.Taken.Count);
        Assert.Empty(_discord.Pins);
    }

    [Fact]
    public async Task A_pin_that_is_refused_leaves_the_post_sent_and_the_old_pin_in_place()
    {
        _discord.PinAnswer = _ => new Outcome.Rejected(RejectionScope.Message, "no right to pin", "give it");
        await using var rig = await StartAsync(OnDiscord.Channels(CatalogueBuilder.DiscordChannel with { Pin = true }).With(new TalkBuilder()).Build());
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);

        Assert.Equal(["+1"], _discord.Pins);
        Assert.Equal(DeliveryState.Sent, Assert.Single(rig.Index.Rows).State);
    }

    private static TalkCatalogue Titled(string title) => OnDiscord.With(new TalkBuilder().Titled(title)).Build();

    private Task<DeliveryRig> StartAsync(TalkCatalogue catalogue) => DeliveryRig.StartAsync(_folder, catalogue, _clock, _machine, Cancel, _discord);
}
