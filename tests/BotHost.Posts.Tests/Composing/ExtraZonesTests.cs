using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Posts.Tests.Support;
using NodaTime;

namespace BotHost.Posts.Tests.Composing;

/// <summary>The line that tells the start in a channel's further zones.</summary>
public sealed class ExtraZonesTests
{
    private static readonly ImmutableArray<ExtraZone> Zones =
    [
        new(Sample.Tokyo, null),
        new(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], "Beijing"),
        new(DateTimeZoneProviders.Tzdb["America/New_York"], null),
    ];

    [Theory]
    [InlineData("en", "Tokyo Wed 19:00 · Beijing Wed 18:00 · New York Wed 05:00")]
    [InlineData("ja", "東京 水曜 19:00 · Beijing 水曜 18:00 · ニューヨーク 水曜 05:00")]
    [InlineData("zh-Hant", "東京 週三 19:00 · Beijing 週三 18:00 · 紐約 週三 05:00")]
    public void The_line_stands_below_the_time_in_every_post_that_tells_it(string language, string line)
    {
        foreach (var kind in new[] { StepKind.Announcement, StepKind.Reminder, StepKind.Starting })
        {
            foreach (var detail in PostDetail.Ladder(1))
            {
                var lines = Body(Sample.Talk, kind, language, detail).Split('\n');

                Assert.Equal(Array.FindIndex(lines, text => text.Contains("<Full", StringComparison.Ordinal)) + 1, Array.IndexOf(lines, line));
            }
        }
    }

    [Fact]
    public void A_talk_that_is_off_or_has_no_hour_has_no_such_line()
    {
        Talk[] talks =
        [
            Sample.Talk with { Status = TalkStatus.Cancelled },
            Sample.Talk with { Status = TalkStatus.Postponed },
            Sample.Talk with { Start = new TalkStart.OnDate(new LocalDate(2027, 1, 20), Sample.Tokyo) },
            Sample.Talk with { Start = new TalkStart.ToBeAnnounced(null) },
        ];

        Assert.All(talks, talk => Assert.DoesNotContain("Beijing", Body(talk, StepKind.Announcement, "en", PostDetail.Full), StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_runs_from_right_to_left_keeps_to_its_place()
    {
        var channel = Sample.Channel with { Zones = [new ExtraZone(DateTimeZoneProviders.Tzdb["Asia/Jerusalem"], "ירושלים"), new ExtraZone(Sample.Tokyo, null)] };

        Assert.Contains("\n\u2068ירושלים\u2069 Wed 12:00 · Tokyo Wed 19:00\n", Readable.Of(Sample.Compose(Sample.Talk, channel: channel).Body), StringComparison.Ordinal);
    }

    private static string Body(Talk talk, StepKind kind, string language, PostDetail detail) =>
        Readable.Of(Sample.Compose(talk, kind, channel: Sample.Channel with { Languages = [language], Zones = Zones }, detail: detail).Body);
}
