using BotHost.Sandbox;
using BotHost.Scheduling;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Specifications;

public sealed class RequestsOfTheCampaignTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task Every_request_of_the_whole_sample_campaign_keeps_to_the_platforms_descriptions()
    {
        // Where the descriptions are missing, this is skipped before anything is played.
        _ = (SpecificationFiles.Discord, SpecificationFiles.Telegram);
        var rehearsal = new RehearsalOptions { Start = Instant.FromUtc(2026, 12, 30, 0, 59), Pace = Duration.FromSeconds(0.05) };
        await using var bot = await BotOnSandbox.StartAsync(rehearsal, decorate: null, Cancel);

        await bot.Record.WaitUntilAsync(
            entries => entries.Count(entry => entry.Kind == RecordKinds.MessageCreated) == Sample.Messages.Count, Cancel);

        RequestJudge.ApproveAll(bot.Record);
        Assert.Equal(
            [
                "discord GET /gateway",
                "discord GET /gateway/bot",
                "discord POST /channels/{channel}/messages",
                "discord PUT /applications/{application}/commands",
                "telegram getMe",
                "telegram getUpdates",
                "telegram sendMessage",
                "telegram sendPhoto",
                "telegram setMyCommands",
            ],
            RequestJudge.RoutesOf(bot.Record));
    }
}
