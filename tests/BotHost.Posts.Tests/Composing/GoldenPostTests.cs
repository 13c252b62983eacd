using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Posts.Tests.Support;
using NodaTime;

namespace BotHost.Posts.Tests.Composing;

/// <summary>Whole posts against files that were written by hand.</summary>
public sealed class GoldenPostTests
{
    [Fact]
    public void An_announcement_keeps_the_order_of_the_hand_written_one() =>
        IsLike("announcement.txt", Sample.Compose(Sample.Talk));

    [Fact]
    public void A_reminder_tells_what_is_left_and_where_to_go() =>
        IsLike("reminder.txt", Sample.Compose(Sample.Talk, StepKind.Reminder, now: Sample.Start - Duration.FromHours(24)));

    [Fact]
    public void A_starting_post_brings_the_link() =>
        IsLike("starting.txt", Sample.Compose(Sample.Talk, StepKind.Starting, now: Sample.Start));

    [Fact]
    public void Thanks_go_to_people_and_lead_to_the_recording()
    {
        var recording = new TypedLink("recording", "Watch it again", new Uri("https://video.example.org/176"));
        var talk = Sample.Talk with { Links = Sample.Talk.Links.Add(recording) };

        IsLike("thanks.txt", Sample.Compose(talk, StepKind.Thanks, now: Sample.Start + Duration.FromHours(3)));
    }

    [Fact]
    public void A_follow_up_leads_to_what_is_new() =>
        IsLike("followup.txt", Sample.Compose(Sample.Talk, StepKind.FollowUp));

    [Fact]
    public void An_announcement_of_a_cancelled_talk_says_so_where_it_said_that_it_is_new() =>
        IsLike("cancelled.txt", Sample.Compose(Sample.Talk with { Status = TalkStatus.Cancelled }));

    [Fact]
    public void A_talk_with_nothing_but_a_title_makes_a_post() =>
        IsLike("empty.txt", Sample.Compose(Sample.Empty));

    internal static void IsLike(string file, Post post)
    {
        using var reader = new StreamReader(typeof(GoldenPostTests).Assembly.GetManifestResourceStream(file)!);
        var expected = reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n');

        Assert.Equal(expected, $"{Readable.Of(post.Lead)}\n=====\n{Readable.Of(post.Body)}");
    }
}
