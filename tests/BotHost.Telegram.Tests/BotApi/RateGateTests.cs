using BotHost.Announcements.Platforms;
using BotHost.Telegram.BotApi;
using BotHost.TestKit.Clocks;

namespace BotHost.Telegram.Tests.BotApi;

public class RateGateTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task One_chat_gets_one_message_a_second()
    {
        var gate = new RateGate(_time);
        await gate.WaitAsync("5", TestContext.Current.CancellationToken);

        var second = gate.WaitAsync("5", TestContext.Current.CancellationToken).AsTask();
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.IsType<Turn.Granted>(await second.WaitAsync(BotStage.Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_group_gets_twenty_messages_a_minute_and_a_private_chat_more()
    {
        var gate = new RateGate(_time);
        for (var message = 0; message < 20; message++)
        {
            Assert.IsType<Turn.Granted>(await gate.WaitAsync("-100", TestContext.Current.CancellationToken));
            Assert.IsType<Turn.Granted>(await gate.WaitAsync("5", TestContext.Current.CancellationToken));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.IsType<Turn.Granted>(await gate.WaitAsync("5", TestContext.Current.CancellationToken));
        Assert.Equal(new Turn.ComeBack(TimeSpan.FromSeconds(40)), await gate.WaitAsync("-100", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task All_chats_together_get_thirty_messages_a_second()
    {
        var gate = new RateGate(_time);
        for (var chat = 1; chat <= 30; chat++)
        {
            Assert.IsType<Turn.Granted>(await gate.WaitAsync($"{chat}", TestContext.Current.CancellationToken));
        }

        var next = gate.WaitAsync("31", TestContext.Current.CancellationToken).AsTask();

        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await next.WaitAsync(BotStage.Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_slot_to_the_next()
    {
        var gate = new RateGate(_time);
        await gate.WaitAsync("5", TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var waiting = gate.WaitAsync("5", stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        var next = gate.WaitAsync("5", TestContext.Current.CancellationToken).AsTask();
        _time.Advance(TimeSpan.FromSeconds(1));

        await next.WaitAsync(BotStage.Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_chat_that_is_closed_while_somebody_waits_keeps_them_out()
    {
        var gate = new RateGate(_time);
        await gate.WaitAsync("5", TestContext.Current.CancellationToken);
        var waiting = gate.WaitAsync("5", TestContext.Current.CancellationToken).AsTask();

        gate.Close("5", TimeSpan.FromSeconds(100));
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new Turn.ComeBack(TimeSpan.FromSeconds(99)), await waiting.WaitAsync(BotStage.Patience, TestContext.Current.CancellationToken));
    }
}
