using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Reports;
using BotHost.Announcements.Talks;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>The talk starts on 20 January 2027, 10:00 UTC; it is announced on 30 December, 01:00 UTC.</summary>
public sealed class WorkerTests : IDisposable
{
    private static readonly Instant Announce = Instant.FromUtc(2026, 12, 30, 1, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Announce - Duration.FromHours(1));
    private readonly ManualTimeProvider _machine = new((Announce - Duration.FromHours(1)).ToDateTimeOffset());
    private readonly RecordingPlatform _discord = new("discord", TimeSpan.FromSeconds(60));
    private readonly RecordingPlatform _telegram = new("telegram");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static TalkCatalogue Sample => new CatalogueBuilder().With(new TalkBuilder()).Build();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_clock_that_is_a_day_ahead_at_the_start_posts_nothing_judges_nothing_and_gives_the_ledger_no_birth()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var truth = _machine.GetUtcNow().ToInstant();
        SetClocks(TimeSpan.FromDays(1));
        _discord.Time = _telegram.Time = () =>
        {
            asked.TrySetResult();
            return truth;
        };
        await using var stage = await StartAsync();

        await asked.Task.WaitAsync(Deadlines.Patience, TimeProvider.System, Cancel);
        Assert.Empty(_discord.Taken);
        Assert.Null(await stage.Peek.LookAsync(Cancel));

        SetClocks(TimeSpan.FromDays(-1));
        await stage.RingAsync(Cancel);
        Assert.Empty(_discord.Taken);
        Assert.Equal(truth, (await stage.Peek.LookAsync(Cancel))!.Life.Born);

        _clock.Set(Announce);
        await stage.RingAsync(Cancel);
        Assert.Single(_discord.Taken);
        Assert.Single(_telegram.Taken);
    }

    [Fact]
    public async Task A_platform_that_cancels_by_itself_does_not_end_the_worker()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _discord.Time = () =>
        {
            asked.TrySetResult();
            throw new OperationCanceledException("a timeout of its own");
        };
        await using var stage = await StartAsync();
        await asked.Task.WaitAsync(Deadlines.Patience, TimeProvider.System, Cancel);

        _discord.Time = () => _machine.GetUtcNow().ToInstant();
        await stage.RingAsync(Cancel);
        _clock.Set(Announce);
        await stage.RingAsync(Cancel);

        Assert.Single(_discord.Taken);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(-1)]
    public async Task A_clock_that_is_set_under_the_running_bot_sends_nothing_early_nothing_twice_and_loses_nothing(int hours)
    {
        var asked = new SemaphoreSlim(0);
        var truth = () => _machine.GetUtcNow().ToInstant();
        _discord.Time = _telegram.Time = () =>
        {
            asked.Release();
            return truth();
        };
        _clock.Set(Announce);
        await using var stage = await StartAsync();
        await stage.PassAsync(Cancel);
        Assert.Empty(_discord.Taken.Skip(1));
        var before = _discord.Taken.Count;
        while (await asked.WaitAsync(0, Cancel))
        {
            // Those of the start.
        }

        SetClocks(TimeSpan.FromHours(hours));
        truth = () => _machine.GetUtcNow().ToInstant() - Duration.FromHours(hours);
        stage.Worker.Wake("the alarm rings, because the clock says so");
        Assert.True(await asked.WaitAsync(Deadlines.Patience, Cancel));
        Assert.Equal(before, _discord.Taken.Count);

        SetClocks(TimeSpan.FromHours(-hours));
        truth = () => _machine.GetUtcNow().ToInstant();
        await stage.RingAsync(Cancel);
        Assert.Equal(before, _discord.Taken.Count);
        Assert.DoesNotContain(stage.Index.Rows, row => row.State is DeliveryState.Skipped or DeliveryState.Held);
    }

    [Fact]
    public async Task What_the_platform_took_is_written_down_when_the_store_works_again_and_nothing_is_sent_before()
    {
        _clock.Set(Announce - Duration.FromMinutes(1));
        await using var stage = await StartAsync();
        await stage.PassAsync(Cancel);
        stage.Store.Fails = method => method == nameof(ILedger.RecordAsync);

        // Both are on their way before one of them can find that nothing can be written down.
        using var both = new Barrier(2);
        _discord.Answer = _telegram.Answer = _ => both.SignalAndWait(Deadlines.Patience) ? null! : new Outcome.NotSent("the other was not sent");

        _clock.Set(Announce);
        stage.Worker.Wake("due");
        await UntilAsync(stage, () => stage.Store.Calls.GetValueOrDefault(nameof(ILedger.RecordAsync)) >= 2);
        _discord.Answer = _telegram.Answer = null;
        Assert.Single(_discord.Taken);
        Assert.Single(_telegram.Taken);

        // A week later the disk is still full: the reminder is due, and nothing may be claimed.
        await UntilAsync(stage, () => stage.Standing.Store is not null);
        Assert.Equal("The disk that holds the ledger is full.", stage.Standing.Store);
        Assert.Equal(2, stage.Standing.KeptOutcomes);
        Assert.False(stage.Standing.IsAsPlanned);
        var claims = stage.Store.Calls[nameof(ILedger.ClaimAsync)];
        _clock.Set(Announce + Duration.FromDays(14));
        stage.Worker.Wake("due");
        await UntilAsync(stage, () => stage.Store.Calls.GetValueOrDefault(nameof(ILedger.RecordAsync)) >= 3);
        Assert.Equal(claims, stage.Store.Calls[nameof(ILedger.ClaimAsync)]);
        Assert.Single(_discord.Taken);

        stage.Store.Fails = _ => false;
        await UntilAsync(stage, () => stage.Index.Rows.Count(row => row.State is DeliveryState.Sent) == 4);

        await UntilAsync(stage, () => stage.Standing.Store is null);
        Assert.True(stage.Standing.IsAsPlanned);
        Assert.Equal(2, _discord.Taken.Count);
        Assert.Equal(2, _telegram.Taken.Count);
        Assert.All(stage.Index.Rows, row => Assert.Equal(DeliveryState.Sent, row.State));
        Assert.Equal(4, (await stage.Peek.LookAsync(Cancel))!.Rows.Count(row => row.State is DeliveryState.Sent));
    }

    [Fact]
    public async Task A_store_that_takes_no_claim_sends_nothing_and_goes_on_when_it_does()
    {
        _clock.Set(Announce - Duration.FromMinutes(1));
        await using var stage = await StartAsync();
        await stage.PassAsync(Cancel);
        stage.Store.Fails = _ => true;

        _clock.Set(Announce);
        stage.Worker.Wake("due");
        await UntilAsync(stage, () => stage.Store.Calls.GetValueOrDefault(nameof(ILedger.ClaimAsync)) >= 2);
        Assert.Empty(_discord.Taken);

        stage.Store.Fails = _ => false;
        await UntilAsync(stage, () => stage.Index.Rows.Count(row => row.State is DeliveryState.Sent) == 2);
        Assert.Single(_discord.Taken);
        Assert.Single(_telegram.Taken);
    }

    [Fact]
    public async Task A_claim_whose_commit_was_not_confirmed_is_given_back_and_goes_out_once()
    {
        _clock.Set(Announce - Duration.FromMinutes(1));
        await using var stage = await StartAsync();
        await stage.PassAsync(Cancel);
        stage.Store.FailsBehind = method => method == nameof(ILedger.ClaimAsync);

        _clock.Set(Announce);
        stage.Worker.Wake("due");
        await UntilAsync(stage, () => stage.Store.Calls.GetValueOrDefault(nameof(ILedger.ClaimAsync)) >= 2);
        Assert.Empty(_discord.Taken);

        stage.Store.FailsBehind = _ => false;
        await UntilAsync(stage, () =>
        {
            // What comes back waits for two seconds and more.
            _machine.Advance(TimeSpan.FromSeconds(1));
            return stage.Index.Rows.Count(row => row.State is DeliveryState.Sent) == 2;
        });
        Assert.Single(_discord.Taken);
        Assert.Single(_telegram.Taken);
    }

    [Fact]
    public async Task The_moderators_are_told_once_of_a_clock_that_holds_everything_for_two_minutes()
    {
        const string told = "Nothing is posted by itself: the clocks do not agree";
        var truth = () => _machine.GetUtcNow().ToInstant();
        _discord.Time = _telegram.Time = () => truth();
        await using var stage = await WorkerStage.StartAsync(_folder, ReportStage.Catalogue(new TalkBuilder()).Build(), _clock, _machine, Cancel, _discord, _telegram);
        await stage.PassAsync(Cancel);

        SetClocks(TimeSpan.FromHours(1));
        truth = () => _machine.GetUtcNow().ToInstant() - Duration.FromHours(1);
        await UntilAsync(stage, () => stage.Standing.Held is not null);
        Assert.False(stage.Standing.IsAsPlanned);
        Assert.Empty(_discord.Taken);
        _machine.Advance(ClockReports.TellAfter);
        await UntilAsync(stage, () => _discord.Taken.Count == 1 && _telegram.Taken.Count == 1);
        _machine.Advance(ClockReports.TellAfter);
        SetClocks(TimeSpan.FromHours(-1));
        truth = () => _machine.GetUtcNow().ToInstant();
        await UntilAsync(stage, () => stage.Standing.Held is null);

        Assert.Equal([told], _discord.Taken);
        Assert.Equal([told], _telegram.Taken);
    }

    [Fact]
    public async Task Of_a_clock_that_stays_wrong_the_moderators_are_told_once_a_day_across_restarts_and_midnights()
    {
        var chats = ReportStage.Catalogue(new TalkBuilder()).Build();
        _discord.Time = _telegram.Time = () => _machine.GetUtcNow().ToInstant() - Duration.FromHours(1);
        var counts = new List<int>();

        // Midnight is 8 hours after the first report.
        _machine.SetWallClock(TimeSpan.FromHours(16));
        await using (var first = await WorkerStage.StartAsync(_folder, chats, _clock, _machine, Cancel, _discord, _telegram))
        {
            await UntilAsync(first, () => first.Standing.Held is not null);
            _machine.Advance(ClockReports.TellAfter);
            await UntilAsync(first, () => _discord.Taken.Count == 1 && _telegram.Taken.Count == 1);
            await LookAsync(first, TimeSpan.FromHours(9), counts);
        }

        await using (var second = await WorkerStage.StartAsync(_folder, chats, _clock, _machine, Cancel, _discord, _telegram))
        {
            await LookAsync(second, TimeSpan.FromHours(14), counts);
            // The wall clock is set to another day: no day has passed.
            _machine.SetWallClock(TimeSpan.FromDays(3));
            await LookAsync(second, ClockReports.TellAfter, counts);
        }

        await using (var third = await WorkerStage.StartAsync(_folder, chats, _clock, _machine, Cancel, _discord, _telegram))
        {
            await LookAsync(third, TimeSpan.FromDays(1), counts);
        }

        Assert.Equal([1, 1, 1, 2], counts);
        Assert.Equal(2, _telegram.Taken.Count);
    }

    // Several looks at the clock, after that time.
    private async Task LookAsync(WorkerStage stage, TimeSpan after, List<int> counts)
    {
        _machine.Advance(after);
        for (var look = 0; look < 3; look++)
        {
            var asked = 0;
            var before = _telegram.Time;
            _telegram.Time = () =>
            {
                asked++;
                return before!();
            };
            await UntilAsync(stage, () => asked >= 2);
            _telegram.Time = before;
        }

        counts.Add(_discord.Taken.Count);
    }

    // Both clocks of the machine: in life they are one.
    private void SetClocks(TimeSpan by)
    {
        _machine.SetWallClock(by);
        _clock.Set(_clock.GetCurrentInstant() + Duration.FromTimeSpan(by));
    }

    private static async Task UntilAsync(WorkerStage stage, Func<bool> happened)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (!happened())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(deadline) < Deadlines.Patience, $"It has not happened within {Deadlines.Patience}.");
            await Task.Yield();
            stage.Worker.Wake("again");
        }
    }

    private Task<WorkerStage> StartAsync() => WorkerStage.StartAsync(_folder, Sample, _clock, _machine, Cancel, _discord, _telegram);
}
