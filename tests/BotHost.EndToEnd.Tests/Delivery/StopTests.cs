using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>The bot is stopped while a post is on its way: what the platform answers is written down all the same, and nothing new begins.</summary>
public sealed class StopTests : IDisposable
{
    private static readonly Instant Announce = Instant.FromUtc(2026, 12, 30, 1, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Announce - Duration.FromHours(1));
    private readonly ManualTimeProvider _machine = new();
    private readonly RecordingPlatform _telegram = new("telegram") { Words = _ => "1 first", Following = _ => ["2 second"] };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_answer_is_awaited_and_written_down_and_the_next_message_waits_for_the_next_start()
    {
        await using (var stage = await StartAsync())
        {
            await stage.PassAsync(Cancel);
            using var left = new SemaphoreSlim(0);
            var answers = new TaskCompletionSource<Outcome?>();
            _telegram.AnswerLater = _ =>
            {
                left.Release();
                return answers.Task;
            };
            _clock.Set(Announce);
            stage.Worker.Wake("due");
            Assert.True(await left.WaitAsync(TimeSpan.FromSeconds(30), Cancel));

            var stop = stage.Worker.StopAsync(CancellationToken.None);
            Assert.False(stop.IsCompleted);
            answers.SetResult(null);
            await stop.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Cancel);

            var row = Assert.Single((await stage.Peek.LookAsync(Cancel))!.Rows);
            Assert.Equal(["1 first"], _telegram.Taken);
            Assert.Equal([DeliveryState.Sent, DeliveryState.Retry], row.Messages.Select(message => message.State));
        }

        _telegram.AnswerLater = null;
        await using var next = await StartAsync();
        await next.PassAsync(Cancel);

        Assert.Equal(["1 first", "2 second"], _telegram.Taken);
    }

    private Task<WorkerStage> StartAsync() => WorkerStage.StartAsync(
        _folder, new CatalogueBuilder().Channels(CatalogueBuilder.TelegramChannel).With(new TalkBuilder()).Build(), _clock, _machine, Cancel, _telegram);
}
