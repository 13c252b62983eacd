using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>The talk starts on 20 January 2027, 10:00 UTC; it is announced on 30 December, 01:00 UTC, on one platform.</summary>
public sealed class CorrectionPassTests : IDisposable
{
    private const string Lead = "Asian Talk 176: Chinese Immigration and Its Discontents · Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)";

    private static readonly Instant Announce = Instant.FromUtc(2026, 12, 30, 1, 0);
    private static readonly Instant WeekBefore = Instant.FromUtc(2027, 1, 13, 1, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Announce - Duration.FromHours(1));
    private readonly ManualTimeProvider _machine = new();
    private readonly RecordingPlatform _forum = new("discord", TimeSpan.FromSeconds(60));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_title_edits_the_announcement_and_sends_nothing()
    {
        await using var rig = await AnnouncedAsync(new TalkBuilder());

        rig.Swap(Of(new TalkBuilder().Titled("Tea")));
        await rig.PassAsync(Cancel);
        await rig.PassAsync(Cancel);

        Assert.Equal([("1", "Asian Talk 176: Tea · Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)")], _forum.Edits);
        Assert.Equal([Lead], _forum.Taken);
    }

    [Fact]
    public async Task What_is_not_told_edits_nothing()
    {
        await using var rig = await AnnouncedAsync(new TalkBuilder());

        rig.Swap(Of(new TalkBuilder().Tagged("history")));
        await rig.PassAsync(Cancel);

        Assert.Empty(_forum.Edits);
    }

    [Fact]
    public async Task A_translation_in_the_channels_language_edits_silently_and_one_in_another_does_not()
    {
        await using var rig = await AnnouncedAsync(new TalkBuilder());

        rig.Swap(Of(new TalkBuilder().With(Translated("fr"))));
        await rig.PassAsync(Cancel);
        var foreign = _forum.Edits.Count;
        rig.Swap(Of(new TalkBuilder().With(Translated("en"))));
        await rig.PassAsync(Cancel);

        Assert.Equal(0, foreign);
        Assert.Single(_forum.Edits);
        Assert.Single(_forum.Taken);
    }

    [Fact]
    public async Task A_correction_during_downtime_is_made_at_the_start()
    {
        await using (await AnnouncedAsync(new TalkBuilder()))
        {
        }

        await using var rig = await StartAsync(Of(new TalkBuilder().Titled("Tea")));
        await rig.PassAsync(Cancel);

        Assert.Single(_forum.Edits);
    }

    [Fact]
    public async Task A_reminder_counts_from_the_day_on_which_it_was_sent()
    {
        await using var rig = await AnnouncedAsync(new TalkBuilder());
        _clock.Set(WeekBefore);
        await rig.PassAsync(Cancel);

        _clock.Advance(Duration.FromDays(2));
        rig.Swap(Of(new TalkBuilder().At(2027, 2, 3, 19)));
        await rig.PassAsync(Cancel);

        Assert.StartsWith("In 7 days: ", _forum.Taken[1], StringComparison.Ordinal);
        Assert.Equal(2, _forum.Edits.Count);
        Assert.StartsWith("Asian Talk 176: ", _forum.Edits.Single(edit => edit.Receipt == "1").Text, StringComparison.Ordinal);
        Assert.StartsWith("In 21 days: ", _forum.Edits.Single(edit => edit.Receipt == "2").Text, StringComparison.Ordinal);
        Assert.Equal(2, _forum.Taken.Count);
    }

    [Fact]
    public async Task A_cancellation_is_told_in_the_posts_that_stand()
    {
        await using var rig = await AnnouncedAsync(new TalkBuilder());

        rig.Swap(Of(new TalkBuilder().Is(TalkStatus.Cancelled)));
        await rig.PassAsync(Cancel);

        Assert.StartsWith("Cancelled: ", Assert.Single(_forum.Edits).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_and_a_vanished_talk_leave_the_post_and_what_comes_back_is_corrected()
    {
        await using var rig = await AnnouncedAsync(new TalkBuilder());

        rig.Swap(Of(new TalkBuilder().Titled("Half a thought").Is(TalkStatus.Draft)));
        await rig.PassAsync(Cancel);
        rig.Swap(new CatalogueBuilder().Build());
        await rig.PassAsync(Cancel);
        var meanwhile = _forum.Edits.Count;
        rig.Swap(Of(new TalkBuilder().Titled("Tea")));
        await rig.PassAsync(Cancel);

        Assert.Equal(0, meanwhile);
        Assert.Single(_forum.Edits);
    }

    [Fact]
    public async Task A_process_that_died_between_edit_and_record_edits_once_more_and_posts_nothing()
    {
        await using (var rig = await AnnouncedAsync(new TalkBuilder()))
        {
            // The edit arrives, and its answer is never seen: nothing is recorded.
            using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            _forum.EditAnswer = order =>
            {
                _forum.Change(order);
                end.Cancel();
                throw new OperationCanceledException(end.Token);
            };
            rig.Swap(Of(new TalkBuilder().Titled("Tea")));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rig.PassAsync(end.Token));
        }

        _forum.EditAnswer = null;
        await using var again = await StartAsync(Of(new TalkBuilder().Titled("Tea")));
        await again.PassAsync(Cancel);
        await again.PassAsync(Cancel);

        Assert.Equal(2, _forum.Edits.Count);
        Assert.Single(_forum.Edits.Distinct());
        Assert.Single(_forum.Taken);
    }

    public static TheoryData<string, Outcome> ComeBack => new()
    {
        { "surely not sent", new Outcome.NotSent("no route") },
        { "nobody knows", new Outcome.Unknown("timeout") },
        { "not now", new Outcome.Deferred(TimeSpan.FromSeconds(2), "429") },
    };

    [Theory]
    [MemberData(nameof(ComeBack))]
    public async Task An_edit_that_comes_back_is_tried_again_after_a_while_and_not_before(string row, Outcome outcome)
    {
        await using var rig = await AnnouncedAsync(new TalkBuilder());
        var tries = 0;
        _forum.EditAnswer = _ =>
        {
            tries++;
            return outcome;
        };
        rig.Swap(Of(new TalkBuilder().Titled("Tea")));
        await rig.PassAsync(Cancel);
        await rig.PassAsync(Cancel);
        var tooEarly = tries;
        _forum.EditAnswer = null;

        _machine.Advance(Retries.FirstDelay);
        var instants = await rig.PassAsync(Cancel);

        Assert.Equal(1, tooEarly);
        Assert.Single(_forum.Edits);
        Assert.Null(rig.Retries.Next());
        Assert.Equal([WeekBefore], instants);
        Assert.NotEmpty(row);
    }

    [Fact]
    public async Task A_refused_edit_is_written_down_and_tried_again_only_when_the_talk_changes_again()
    {
        await using var rig = await AnnouncedAsync(new TalkBuilder());
        _forum.EditAnswer = _ => new Outcome.Rejected(RejectionScope.Message, "unknown message", "it was deleted");
        rig.Swap(Of(new TalkBuilder().Titled("Tea")));
        await rig.PassAsync(Cancel);
        _forum.EditAnswer = null;

        await rig.PassAsync(Cancel);
        var after = _forum.Edits.Count;
        var reason = Assert.Single(rig.Index.Rows).Reason;
        rig.Swap(Of(new TalkBuilder().Titled("Coffee")));
        await rig.PassAsync(Cancel);

        Assert.Equal(0, after);
        Assert.Equal("not corrected: unknown message; it was deleted", reason);
        Assert.Single(_forum.Edits);
        Assert.Equal("", Assert.Single(rig.Index.Rows).Reason);
    }

    [Fact]
    public async Task What_no_longer_fits_is_abridged_and_where_nothing_helps_the_post_stays()
    {
        _forum.Words = post => PlainText.Of(post.Body, "en");
        await using var rig = await AnnouncedAsync(new TalkBuilder());
        _forum.MostText = 300;

        rig.Swap(Of(new TalkBuilder().Summary("Short.\n\n" + new string('x', 400))));
        await rig.PassAsync(Cancel);
        _forum.MostText = 10;
        rig.Swap(Of(new TalkBuilder().Titled("Tea")));
        await rig.PassAsync(Cancel);

        Assert.DoesNotContain("xxx", Assert.Single(_forum.Edits).Text, StringComparison.Ordinal);
        Assert.StartsWith("not corrected: the new text does not fit", Assert.Single(rig.Index.Rows).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_of_two_messages_that_would_be_one_now_stays_and_says_how_to_help()
    {
        _forum.Following = _ => ["the text"];
        await using var rig = await StartAsync(Of(new TalkBuilder()));
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        Assert.Equal([Lead, "the text"], _forum.Taken);

        var replaced = new List<int?>();
        _forum.Following = post =>
        {
            replaced.Add(post.Messages);
            return [];
        };
        rig.Swap(Of(new TalkBuilder().Titled("Tea")));
        await rig.PassAsync(Cancel);

        Assert.Equal([2], replaced.Distinct());
        Assert.Empty(_forum.Edits);
        Assert.Equal(
            "not corrected: the post stands in 2 messages, and what it would say now makes another number of them; "
                + "give the channel the layout that the post was sent with, bring the texts to about their old length, or delete the post and post the talk again",
            Assert.Single(rig.Index.Rows).Reason);
    }

    [Fact]
    public async Task A_post_of_an_older_ledger_is_taken_as_it_is_and_followed_from_then_on()
    {
        await using (await AnnouncedAsync(new TalkBuilder()))
        {
        }

        Forget("UPDATE deliveries SET facts = NULL, facts_hash = NULL");
        await using var rig = await StartAsync(Of(new TalkBuilder().Titled("Tea")));
        await rig.PassAsync(Cancel);
        var adopted = _forum.Edits.Count;
        rig.Swap(Of(new TalkBuilder().Titled("Coffee")));
        await rig.PassAsync(Cancel);

        Assert.Equal(0, adopted);
        Assert.Single(_forum.Edits);
    }

    [Fact]
    public async Task A_platform_that_is_held_is_corrected_once_it_speaks_again()
    {
        await using var rig = await AnnouncedAsync(new TalkBuilder());
        _forum.Become(new PlatformState.Refused("401", "mend the token"));
        rig.Swap(Of(new TalkBuilder().Titled("Tea")));
        await rig.PassAsync(Cancel);
        var held = _forum.Edits.Count;

        _forum.Become(new PlatformState.Usable());
        await rig.PassAsync(Cancel);

        Assert.Equal(0, held);
        Assert.Single(_forum.Edits);
    }

    private static Func<Talk, Talk> Translated(string language) => talk => talk with
    {
        Translations = new Translations<TalkTranslation>(talk.Translations.ByTag.SetItem(language, new TalkTranslation { Title = "A translation" })),
    };

    private static TalkCatalogue Of(TalkBuilder talk) => new CatalogueBuilder().Channels(CatalogueBuilder.DiscordChannel).With(talk).Build();

    private async Task<DeliveryRig> AnnouncedAsync(TalkBuilder talk)
    {
        _clock.Set(Announce - Duration.FromHours(1));
        var rig = await StartAsync(Of(talk));
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        Assert.Single(_forum.Taken);
        Assert.Empty(_forum.Edits);
        return rig;
    }

    private void Forget(string sql)
    {
        var file = Directory.EnumerateFiles(_folder["data"], "*.db").Single();
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0);
    }

    private Task<DeliveryRig> StartAsync(TalkCatalogue catalogue) => DeliveryRig.StartAsync(_folder, catalogue, _clock, _machine, Cancel, _forum);
}
