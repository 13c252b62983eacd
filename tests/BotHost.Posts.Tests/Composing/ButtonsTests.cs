using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using BotHost.Posts.Tests.Support;
using NodaTime;

namespace BotHost.Posts.Tests.Composing;

public sealed class ButtonsTests
{
    [Theory]
    [InlineData(StepKind.Announcement, "Join, Sign up, The book, Watch")]
    [InlineData(StepKind.Starting, "Join, Sign up, The book, Watch")]
    [InlineData(StepKind.Thanks, "Watch, The book")]
    public void What_to_do_first_comes_first(StepKind kind, string expected)
    {
        var talk = Sample.Talk with { Links = Sample.Talk.Links.Add(new TypedLink("recording", "Watch", new Uri("https://video.example.org/"))) };

        var post = Sample.Compose(talk, kind, now: Sample.Start);

        Assert.Equal(expected, string.Join(", ", post.Buttons.Select(button => button.Label)));
    }

    [Fact]
    public void There_are_at_most_five_and_none_twice()
    {
        var links = Enumerable.Range(0, 9).Select(index => new TypedLink("paper", $"Paper {index}", new Uri($"https://example.org/{index / 2}")));

        var post = Sample.Compose(Sample.Talk with { Links = [.. links] }, now: Sample.Start - Duration.FromHours(1));

        Assert.Equal(["Join", "Paper 0", "Paper 2", "Paper 4", "Paper 6"], post.Buttons.Select(button => button.Label));
    }

    [Fact]
    public void A_long_label_is_shortened_between_characters()
    {
        var label = new string('a', 78) + "👩‍👩‍👧👩‍👩‍👧";

        var post = Sample.Compose(Sample.Talk with { Links = [new TypedLink("book", label, new Uri("https://example.org/"))] });

        Assert.Equal(new string('a', 78) + "…", post.Buttons.Single().Label);
    }

    [Fact]
    public void Only_pages_become_buttons()
    {
        var talk = Sample.Talk with
        {
            Links =
            [
                new TypedLink("contact", "Write", new Uri("mailto:a@example.org")),
                new TypedLink("book", "Fake", new Uri("https://bank.example@evil.example/")),
                new TypedLink("book", " ", new Uri("https://example.org/x")),
            ],
        };

        Assert.Equal("example.org", Sample.Compose(talk).Buttons.Single().Label);
    }
}
