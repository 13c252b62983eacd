using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>A copy of the ledger is put back that knows nothing of what was seen and sent since it was made.</summary>
public sealed class OlderCopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Instant.FromUtc(2026, 12, 30, 0, 0));
    private readonly ManualTimeProvider _machine = new();
    private readonly RecordingPlatform _discord = new("discord", TimeSpan.FromSeconds(60));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_talk_that_came_after_the_copy_and_was_announced_waits_for_a_moderator()
    {
        await RunAsync(Of());
        CopyDatabase("data", "copy");
        var late = new TalkBuilder("late").Titled("Late").With(talk => talk with { AnnounceAt = Instant.FromUtc(2026, 12, 29, 1, 0) });
        await RunAsync(Of(late));
        Assert.Single(_discord.Taken);

        CopyDatabase("copy", "data");
        var rows = await RunAsync(Of(late));

        Assert.Single(_discord.Taken);
        var held = Assert.Single(rows, row => row.Key is { Kind: DeliveryKind.Step, Subject: "late" });
        Assert.Equal(
            (DeliveryState.Held, "was due while the bot was silent, as far as this older copy of the ledger knows; a moderator releases it"), (held.State, held.Reason));
    }

    [Fact]
    public async Task A_date_that_was_told_after_the_copy_waits_for_a_moderator_too()
    {
        var undated = new TalkBuilder("undated").Titled("Undated").ToBeAnnounced().AnnouncedAt(Instant.FromUtc(2026, 12, 30, 0, 5));
        var dated = new TalkBuilder("undated").Titled("Undated").At(2027, 2, 3, 19).AnnouncedAt(Instant.FromUtc(2026, 12, 30, 0, 5));
        await RunAsync(Of(undated));
        CopyDatabase("data", "copy");
        await RunAsync(Of(dated));
        Assert.Equal(2, _discord.Taken.Count);

        CopyDatabase("copy", "data");
        var rows = await RunAsync(Of(dated));

        Assert.Equal(2, _discord.Taken.Count);
        Assert.Equal(DeliveryState.Held, Assert.Single(rows, row => row.Key.Kind is DeliveryKind.Notice).State);
    }

    [Fact]
    public async Task What_was_not_planned_when_the_copy_was_made_and_was_sent_after_it_waits_for_a_moderator()
    {
        _discord.Answer = _ => new Outcome.NotSent("no route");
        await RunAsync(Of(Early()));
        await RunAsync(Of(Early().Is(TalkStatus.Cancelled)));
        _discord.Answer = null;
        CopyDatabase("data", "copy");
        await RunAsync(Of(Early()));
        Assert.Single(_discord.Taken);

        CopyDatabase("copy", "data");
        var rows = await RunAsync(Of(Early()));

        Assert.Single(_discord.Taken);
        Assert.Equal(DeliveryState.Held, Assert.Single(rows, row => row.Key is { Kind: DeliveryKind.Step, Subject: "early" }).State);
    }

    [Fact]
    public async Task What_a_moderator_had_approved_and_was_not_planned_when_the_copy_was_made_waits_for_a_moderator_again()
    {
        _discord.Answer = _ => new Outcome.NotSent("no route");
        await RunAsync(Of(Approved()), rig => rig.Announcements.DecideAsync(
            rig.Index.Rows.Single(row => row.Key is { Kind: DeliveryKind.Step, Subject: "early" }).Key.ToString(), approved: true, "discord:1", Cancel));
        await RunAsync(Of(Approved().Is(TalkStatus.Cancelled)));
        _discord.Answer = null;
        CopyDatabase("data", "copy");
        await RunAsync(Of(Approved()));
        Assert.Single(_discord.Taken);

        CopyDatabase("copy", "data");
        var rows = await RunAsync(Of(Approved()));

        Assert.Single(_discord.Taken);
        Assert.Equal(DeliveryState.Held, Assert.Single(rows, row => row.Key is { Kind: DeliveryKind.Step, Subject: "early" }).State);
    }

    [Fact]
    public async Task A_notice_that_nobody_needed_when_the_copy_was_made_and_that_was_told_after_it_waits_for_a_moderator()
    {
        await RunAsync(Of(Early()));
        _discord.Answer = _ => new Outcome.NotSent("no route");
        await RunAsync(Of(Early().At(2027, 2, 3, 19)));
        await RunAsync(Of(Early()));
        _discord.Answer = null;
        CopyDatabase("data", "copy");
        await RunAsync(Of(Early().At(2027, 2, 3, 19)));
        Assert.Equal(2, _discord.Taken.Count);

        CopyDatabase("copy", "data");
        var rows = await RunAsync(Of(Early().At(2027, 2, 3, 19)));

        Assert.Equal(2, _discord.Taken.Count);
        Assert.Equal(DeliveryState.Held, Assert.Single(rows, row => row.Key.Kind is DeliveryKind.Notice).State);
    }

    private static TalkBuilder Early() => new TalkBuilder("early").Titled("Early").AnnouncedAt(Instant.FromUtc(2026, 12, 30, 0, 5));

    private static TalkBuilder Approved() => Early().With(talk => talk with { NeedsApproval = true });

    private static TalkCatalogue Of(params TalkBuilder[] more) =>
        new CatalogueBuilder().Channels(CatalogueBuilder.DiscordChannel).With([new TalkBuilder(), .. more]).Build();

    /// <summary>Runs for longer than the quiet time of a new talk; returns the ledger's rows at the end.</summary>
    private async Task<IReadOnlyList<DeliveryRow>> RunAsync(TalkCatalogue catalogue, Func<DeliveryRig, Task>? actAsync = null)
    {
        await using var rig = await DeliveryRig.StartAsync(_folder, catalogue, _clock, _machine, Cancel, _discord);
        await rig.PassAsync(Cancel);
        _clock.Advance(Duration.FromMinutes(11));
        await rig.PassAsync(Cancel);
        await (actAsync?.Invoke(rig) ?? Task.CompletedTask);
        return [.. rig.Index.Rows];
    }

    // What stands beside the database stays: it says how far the ledger had come.
    private void CopyDatabase(string from, string to)
    {
        Directory.CreateDirectory(_folder[to]);
        foreach (var old in Directory.EnumerateFiles(_folder[to]).Where(IsDatabase))
        {
            File.Delete(old);
        }

        foreach (var file in Directory.EnumerateFiles(_folder[from]).Where(IsDatabase))
        {
            File.Copy(file, Path.Combine(_folder[to], Path.GetFileName(file)));
        }
    }

    private static bool IsDatabase(string file) => Path.GetFileName(file) is var name
        && (name.EndsWith(".db", StringComparison.Ordinal) || name.EndsWith("-wal", StringComparison.Ordinal) || name.EndsWith("-shm", StringComparison.Ordinal));
}
