using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Platforms;
using BotHost.Posts.Composing;
using BotHost.Posts.Templates;
using BotHost.Posts.Tests.Support;
using NodaTime;

namespace BotHost.Posts.Tests.Composing;

/// <summary>A post in English and Japanese gives up its Japanese first.</summary>
public sealed class LanguageLadderTests
{
    private static readonly Channel Channel = Translated.In("en", "ja");

    // What is told on each rung: the title, the paragraphs of the summary, and of the guest the name, the headline or both paragraphs of the bio.
    [Theory]
    [InlineData(0, "title 2 bio", "title 2 bio")]
    [InlineData(1, "title 2 bio", "title 2 headline")]
    [InlineData(2, "title 2 bio", "title 2 name")]
    [InlineData(3, "title 2 bio", "title 1 -")]
    [InlineData(4, "title 2 bio", "title 0 -")]
    [InlineData(5, "title 2 headline", "title 0 -")]
    [InlineData(6, "title 2 name", "title 0 -")]
    [InlineData(7, "title 1 name", "title 0 -")]
    [InlineData(8, "title 0 -", "title 0 -")]
    [InlineData(9, "title 0 -", "- 0 -")]
    public void The_language_that_does_not_lead_steps_down_first(int rung, string english, string japanese)
    {
        var text = Readable.Of(Compose(PostDetail.Ladder(2)[rung]).Body);

        Assert.Equal(english, Told(
            text,
            "<h1> Chinese Immigration and Its Discontents",
            ["Rùn (潤/润)", "The newcomers"],
            ["Takehiro Masutomo (舛友 雄大) — Guest", "Journalist in three countries", "quadrilingual"]));
        Assert.Equal(japanese, Told(
            text,
            "<b>中国からの移民とその不満</b>",
            ["「潤」", "新しい住民"],
            ["ゲスト：舛友 雄大", "三カ国で取材する", "以前は国際ニュース"]));
    }

    [Fact]
    public void There_are_ten_rungs_for_several_languages_and_five_for_one()
    {
        Assert.Equal(10, PostDetail.Ladder(2).Length);
        Assert.Equal(10, PostDetail.Ladder(3).Length);
        Assert.Equal(5, PostDetail.Ladder(1).Length);
    }

    [Fact]
    public void No_rung_is_longer_than_the_one_before()
    {
        foreach (var kind in Enum.GetValues<StepKind>().Except([StepKind.Digest]))
        {
            var lengths = PostDetail.Ladder(2).Select(detail => Readable.Words(Compose(detail, kind).Body).Length).ToList();

            Assert.Equal(lengths.OrderDescending(), lengths);
        }
    }

    [Fact]
    public void The_ladder_stops_as_soon_as_it_fits_and_leaves_the_leading_language_alone()
    {
        var full = Readable.Words(Compose(PostDetail.Full).Body).Length;
        var ladder = new FitLadder(new HandlebarsComposer(TemplateLibrary.BuiltIn()));

        var (post, _) = ladder.Climb(
            new NarrowPlatform(full - 1), Translated.Catalogue, Translated.Talk, Sample.Step(StepKind.Announcement), Channel, Sample.Start - Duration.FromDays(21));

        var text = Readable.Of(post.Body);
        Assert.Contains("quadrilingual", text, StringComparison.Ordinal);
        Assert.Contains("三カ国で取材する", text, StringComparison.Ordinal);
        Assert.DoesNotContain("以前は国際ニュース", text, StringComparison.Ordinal);
    }

    private static Post Compose(PostDetail detail, StepKind kind = StepKind.Announcement) =>
        Sample.Compose(Translated.Talk, kind, catalogue: Translated.Catalogue, channel: Channel, detail: detail);

    private static string Told(string text, string title, string[] paragraphs, string[] person)
    {
        var guest = Has(person[2]) ? "bio" : Has(person[1]) ? "headline" : Has(person[0]) ? "name" : "-";
        return $"{(Has(title) ? "title" : "-")} {paragraphs.Count(Has)} {guest}";

        bool Has(string words) => text.Contains(words, StringComparison.Ordinal);
    }

    /// <summary>Takes posts of so many characters.</summary>
    private sealed class NarrowPlatform(int limit) : IChatPlatform
    {
        public event Action? StateChanged
        {
            add { }
            remove { }
        }

        public event Action? RightsChanged
        {
            add { }
            remove { }
        }

        public PlatformId Id { get; } = new("chat");

        public PlatformAbilities Abilities { get; } = new(null, PrivateReplies: false);

        public PlatformState State { get; } = new PlatformState.Usable();

        public RenderResult Render(Post post, Channel channel) =>
            Readable.Words(post.Body).Length is var length && length > limit ? new RenderResult.TooLong("text", length, limit) : new RenderResult.Fits(["x"]);

        public ValueTask<Turn> WaitForTurnAsync(ChannelAddress target, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome> SendAsync(SendOrder order, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome> EditAsync(EditOrder order, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Instant?> AskTimeAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<bool> IsModeratorAsync(CommandAuthor author, CommandPlace place, ModeratorRules rules, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
