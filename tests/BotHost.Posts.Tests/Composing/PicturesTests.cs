using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using BotHost.Posts.Tests.Support;
using NodaTime;

namespace BotHost.Posts.Tests.Composing;

/// <summary>What a post carries besides its text.</summary>
public sealed class PicturesTests
{
    private static readonly Picture Poster = OfFile("poster");

    private static readonly Picture Missing = new("pictures/missing.png", null, null);

    [Theory]
    [InlineData(StepKind.Announcement, true, "guest")]
    [InlineData(StepKind.FollowUp, true, "")]
    [InlineData(StepKind.Reminder, false, "")]
    [InlineData(StepKind.Starting, false, "")]
    [InlineData(StepKind.Thanks, false, "")]
    public void The_poster_belongs_to_posts_that_present_the_talk_and_photos_to_its_announcement(StepKind kind, bool hasPoster, string photos)
    {
        var guest = Sample.Guest with { Photo = OfFile("guest") };

        var post = Sample.Compose(Sample.Talk with { Image = Poster }, kind, catalogue: Sample.Catalogue(null, guest));

        Assert.Equal(hasPoster ? Poster : null, post.Picture);
        Assert.Equal(photos, string.Join(',', post.Photos.Select(photo => photo.Content!.Hash)));
    }

    [Fact]
    public void A_photo_that_is_missing_is_left_out()
    {
        var catalogue = Sample.Catalogue(null, Sample.Guest with { Photo = Missing }, Sample.Interviewer with { Photo = OfFile("interviewer") });

        var post = Sample.Compose(Sample.Talk, catalogue: catalogue);

        Assert.Equal(["interviewer"], post.Photos.Select(photo => photo.Content!.Hash));
    }

    [Theory]
    [InlineData(StepKind.Announcement, true)]
    [InlineData(StepKind.FollowUp, true)]
    [InlineData(StepKind.Reminder, false)]
    public void A_poster_that_is_missing_is_named_all_the_same_so_that_no_portrait_takes_its_place(StepKind kind, bool isNamed)
    {
        var post = Sample.Compose(Sample.Talk with { Image = Missing }, kind);

        Assert.Equal(isNamed ? Missing : null, post.Picture);
    }

    [Fact]
    public void There_are_four_photos_at_most_in_the_order_of_the_people_and_none_twice()
    {
        string[] photos = ["c", "a", "a", "e", "b", "d"];
        var people = photos.Select((photo, index) => new Person { Id = new PersonId($"p{index}"), Name = $"P {index}", Photo = OfFile(photo) }).ToArray();
        var talk = Sample.Talk with { People = [.. people.Select(person => new TalkPerson(person.Id, "Guest"))] };

        var post = Sample.Compose(talk, catalogue: Sample.Catalogue(null, people));

        Assert.Equal(["c", "a", "e", "b"], post.Photos.Select(photo => photo.Content!.Hash));
    }

    [Fact]
    public void A_preview_shows_the_first_link_and_only_where_the_channel_wants_one()
    {
        Assert.Null(Sample.Compose(Sample.Talk).LinkPreview);
        Assert.Equal(new Uri("https://str.toyokeizai.net/books/9784492224243/"), Previewed(Sample.Talk, Sample.Start));
    }

    [Fact]
    public void Without_links_the_preview_shows_where_to_join_once_that_is_no_secret()
    {
        var talk = Sample.Talk with { Links = [] };
        var reveal = talk.Online!.Reveal!.Value;

        Assert.Null(Previewed(talk, reveal - Duration.FromNanoseconds(1)));
        Assert.Equal(new Uri("https://meet.example.org/176"), Previewed(talk, reveal));
        Assert.Null(Previewed(talk with { Status = TalkStatus.Cancelled }, reveal));
    }

    [Fact]
    public void Only_handles_of_the_talks_people_on_the_channels_platform_may_be_reached()
    {
        var guest = Sample.Guest with { Handles = Handles(("chat", "@Masutomo"), ("other", "elsewhere")) };
        var interviewer = Sample.Interviewer with { Handles = Handles(("chat", "masutomo"), ("other", "che")) };
        var stranger = new Person { Id = new PersonId("stranger"), Name = "S", Handles = Handles(("chat", "stranger")) };

        var post = Sample.Compose(Sample.Talk, catalogue: Sample.Catalogue(null, guest, interviewer, stranger));

        Assert.Equal(["Masutomo"], post.Handles);
    }

    private static ImmutableDictionary<string, string> Handles(params (string Platform, string Name)[] handles) =>
        handles.ToImmutableDictionary(handle => handle.Platform, handle => handle.Name);

    private static Uri? Previewed(Talk talk, Instant now) => Sample.Compose(talk, now: now, channel: Sample.Channel with { LinkPreview = true }).LinkPreview;

    private static Picture OfFile(string hash) =>
        new($"pictures/{hash}.png", null, null) { Content = new PictureFile(hash, PictureFormat.Png, 600, 400, 1_000) };
}
