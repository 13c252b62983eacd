using System.Collections.Immutable;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>The talk of 20 January 2027 in English and Japanese; it is announced on 30 December, 01:00 UTC, and again a week before.</summary>
public sealed class LanguagesTests : IDisposable
{
    private const string English = "Asian Talk 176: Chinese Immigration and Its Discontents";
    private const string Japanese = "Asian Talk 176：中国からの移民とその不満";

    private static readonly Instant Announce = Instant.FromUtc(2026, 12, 30, 1, 0);
    private static readonly Instant WeekBefore = Instant.FromUtc(2027, 1, 13, 1, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Announce - Duration.FromHours(1));
    private readonly ManualTimeProvider _machine = new();
    private readonly RecordingPlatform _discord = new("discord", TimeSpan.FromSeconds(60));
    private readonly RecordingPlatform _telegram = new("telegram");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_language_has_a_post_of_its_own_on_both_platforms_and_none_twice()
    {
        await using var rig = await StartAsync(Catalogue(LanguageMode.Separate, "en", "ja"));
        await rig.PassAsync(Cancel);

        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        await rig.PassAsync(Cancel);

        Assert.Equal([English, Japanese], Titles(_discord));
        Assert.Equal([English, Japanese], Titles(_telegram));
        Assert.All(rig.Index.Rows, row => Assert.Equal(DeliveryState.Sent, row.State));
        Assert.Equal(
            [
                $"discord:{CatalogueBuilder.DiscordChannelAddress}",
                $"discord:{CatalogueBuilder.DiscordChannelAddress}#ja",
                $"telegram:{CatalogueBuilder.TelegramChannelAddress}",
                $"telegram:{CatalogueBuilder.TelegramChannelAddress}#ja",
            ],
            rig.Index.Rows.Select(row => row.Key.Target).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Together_there_is_one_post_that_leads_in_the_first_language()
    {
        await using var rig = await StartAsync(Catalogue(LanguageMode.Together, "ja", "en"));
        await rig.PassAsync(Cancel);

        _clock.Set(Announce);
        await rig.PassAsync(Cancel);

        Assert.Equal([Japanese], Titles(_discord));
        Assert.Equal([Japanese], Titles(_telegram));
    }

    [Fact]
    public async Task A_language_that_comes_to_a_living_channel_posts_nothing_that_is_past_and_then_everything()
    {
        await using var rig = await StartAsync(Catalogue(LanguageMode.Together, "en"));
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);

        _clock.Advance(Duration.FromDays(3));
        rig.Swap(Catalogue(LanguageMode.Separate, "en", "ja"));
        await rig.PassAsync(Cancel);
        _clock.Advance(Duration.FromHours(1));
        await rig.PassAsync(Cancel);
        var afterSwap = Titles(_discord);
        _clock.Set(WeekBefore);
        await rig.PassAsync(Cancel);

        Assert.Equal([English], afterSwap);
        Assert.Equal([English, $"In 7 days: {English}", $"【7日後】{Japanese}"], Titles(_discord));
        Assert.Equal([English, $"In 7 days: {English}", $"【7日後】{Japanese}"], Titles(_telegram));
    }

    [Fact]
    public async Task A_press_posts_each_language_and_names_each_face()
    {
        await using var rig = await StartAsync(Catalogue(LanguageMode.Separate, "en", "ja"));
        await rig.PassAsync(Cancel);

        var results = await rig.Announcements.PostNowAsync(new TalkId(TalkBuilder.SampleId), "discord:1", Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);

        Assert.Equal(["announcements", "announcements (ja)", "news", "news (ja)"], results.Select(result => result.Channel.FaceName));
        Assert.Equal([English, Japanese], Titles(_discord).Order(StringComparer.Ordinal));
        Assert.Equal(2, _telegram.Taken.Count);
    }

    private Task<DeliveryRig> StartAsync(TalkCatalogue catalogue) =>
        DeliveryRig.StartAsync(_folder, catalogue, _clock, _machine, Cancel, _discord, _telegram);

    private static TalkCatalogue Catalogue(LanguageMode mode, params string[] languages)
    {
        var texts = ImmutableDictionary<string, TalkTranslation>.Empty.Add("ja", new TalkTranslation { Title = "中国からの移民とその不満" });
        return new CatalogueBuilder()
            .Channels([.. new[] { CatalogueBuilder.DiscordChannel, CatalogueBuilder.TelegramChannel }
                .Select(channel => channel with { Languages = [.. languages], LanguageMode = mode })])
            .With(new TalkBuilder().With(talk => talk with { Translations = new Translations<TalkTranslation>(texts) }))
            .Build();
    }

    // Without the time behind it.
    private static List<string> Titles(RecordingPlatform platform) =>
        [.. platform.Taken.Select(lead => lead.Split(" · ")[0].Split('｜')[0])];
}
