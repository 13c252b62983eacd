using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Telegram.Rendering;
using static BotHost.Telegram.Tests.Rendering.Texts;

namespace BotHost.Telegram.Tests.Rendering;

/// <summary>What stands there is filled one for one: no edit makes a picture of a text, a text of a picture, or one message of two.</summary>
public partial class CorrectionShapeTests
{
    private static readonly string?[] Layouts = [null, "caption", "picture-first", "text"];

    private static readonly Picture?[] Posters =
    [
        null,
        Poster,
        Of(new PictureFile("ab", PictureFormat.Jpg, 10, 10, 10)),
        Of(new PictureFile("ab", PictureFormat.Jpg, 10, 1000, 10)),
        At("https://example.org/a.png"),
        new Picture("gone.png", null, null),
    ];

    /// <summary>How it was sent, how long it was and is, and what it becomes whatever layout and poster are now.</summary>
    public static TheoryData<string, string?, bool, int, int, string> Shapes => new()
    {
        { "one text", null, false, 10, 20, "text 20" },
        { "one text that grew beyond a caption", "text", true, 10, 1025, "text 1025" },
        { "one text that was sent before there was a poster", "picture-first", false, 10, 4096, "text 4096" },
        { "one text that grew too long", "text", true, 10, 4097, "too long: message text 4097 of 4096" },
        { "one picture with its text", null, true, 10, 1024, "photo 1024" },
        { "one that grew too long for it", null, true, 10, 1025, "too long: caption 1025 of 1024" },
        { "a picture and its text", "picture-first", true, 10, 20, "photo 0, text 20" },
        { "a picture and its long text", null, true, 1025, 4096, "photo 0, text 4096" },
        { "a picture and its text that would now fit below it", null, true, 1025, 10, "photo 0, text 10" },
        { "a picture and its text that grew too long", null, true, 1025, 4097, "too long: message text 4097 of 4096" },
    };

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public void A_correction_keeps_the_shape_that_stands_whatever_layout_and_poster_are_now(
        string row, string? layout, bool withPoster, int before, int after, string expected)
    {
        var sent = Payloads(Post(P(T(Words(before)))) with { Picture = withPoster ? Poster : null }, Channel(layout));

        foreach (var (now, poster) in Layouts.SelectMany(now => Posters.Select(poster => (now, poster))))
        {
            var result = PostRenderer.Render(Post(P(T(Words(after)))) with { Picture = poster, Replaces = sent }, Channel(now));

            Assert.True(expected == Summary(result), $"{row}, now {now ?? "standard"} with {poster?.ToString() ?? "none"}: {Summary(result)}");
        }
    }

    public static TheoryData<string, Picture?, string> Pictures => new()
    {
        { "the same", Poster, $"attach://{Hash}.png" },
        { "another one", Of(new PictureFile("ab", PictureFormat.Jpg, 10, 10, 10)), "attach://ab.jpg" },
        { "none any more", null, $"attach://{Hash}.png" },
        { "one whose file is missing", new Picture("gone.png", null, null), $"attach://{Hash}.png" },
        { "one that the platform does not take", Of(new PictureFile("ab", PictureFormat.Jpg, 10, 1000, 10)), $"attach://{Hash}.png" },
        { "one that is no file", At("https://example.org/a.png"), $"attach://{Hash}.png" },
    };

    [Theory]
    [MemberData(nameof(Pictures), DisableDiscoveryEnumeration = true)]
    public void A_picture_that_stands_stays_until_there_is_another_one(string row, Picture? poster, string expected)
    {
        Assert.NotEmpty(row);
        foreach (var layout in new[] { null, "picture-first" })
        {
            var messages = Messages(
                Post(P(T("new"))) with { Picture = poster, Replaces = Payloads(Post(P(T("old"))) with { Picture = Poster }, Channel(layout)) }, Channel("text"));

            Assert.Equal(expected, messages[0]["photo"]?.GetValue<string>());
            Assert.Equal("new", TextOf(messages[^1]));
            Assert.DoesNotContain("example.org", messages[^1].ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_picture_that_calls_goes_on_calling_and_its_text_stays_below()
    {
        var post = Post(P(T("x"))) with { Picture = Poster, Mention = "user:@harbour" };

        Assert.Equal(
            ["photo: @harbour", "text: y"],
            Told(post with { Body = RichText.Of(P(T("y"))), Replaces = Payloads(post, Channel("picture-first")) }));
    }

    [Theory]
    [InlineData("it is parted, too, where it could be abridged", 6000, "photo 0, text 4091, text 1922")]
    [InlineData("it fits into one", 3000, "photo 0, text 1501, text 1512")]
    [InlineData("it would fit below the picture", 1000, "photo 0, text 501, text 512")]
    [InlineData("it is too short to be parted", 100, "photo 0, text 107, text 5")]
    [InlineData("it needs more of them", 9000, "too long: messages 3 of 2")]
    public void A_text_of_two_messages_stays_two(string row, int length, string expected)
    {
        Assert.NotEmpty(row);
        var sent = Payloads(Post(P(T(Words(5000)))) with { Picture = Poster, MaySplit = true });
        Assert.Equal(3, sent.Length);

        Assert.Equal(expected, Summary(PostRenderer.Render(Post(P(T(Words(length)))) with { Replaces = sent }, Channel())));
    }

    [Theory]
    [InlineData("between blocks, nearest to the middle", 400, 300, 300, "photo 407, text 609")]
    [InlineData("the first takes no more than fits there", 1013, 2000, 100, "photo 1020, text 2109")]
    [InlineData("also where it is full", 1024, 10, 10, "photo 1021, text 40")]
    public void A_text_below_a_picture_and_after_it_stays_so(string row, int first, int second, int third, string expected)
    {
        Assert.NotEmpty(row);
        var sent = Payloads(Post(P(T(Words(1000))), P(T(Words(3000)))) with { Picture = Poster, MaySplit = true }, Channel("caption"));
        Assert.Equal(2, sent.Length);

        Assert.Equal(expected, Summary(PostRenderer.Render(Post(P(T(Words(first))), P(T(Words(second))), P(T(Words(third)))) with { Replaces = sent }, Channel())));
    }

    [Fact]
    public void A_title_stays_with_what_it_heads_and_with_the_line_above_it()
    {
        var sent = Payloads(Post(P(T(Words(5000)))) with { MaySplit = true });

        Assert.Equal(
            ["text: 【Talk】\nTides\nOn the quay\n\n(1/2)", $"text: Links\n\n{Words(60)}\n\n(2/2)"],
            Told(Post(P(T("【Talk】")), H(1, "Tides"), P(T("On the quay")), H(2, "Links"), P(T(Words(60)))) with { Replaces = sent }));
        Assert.Equal(
            ["text: 【Talk】\nTides\n\n(1/2)", "text: (2/2)"],
            Told(Post(P(T("【Talk】")), H(1, "Tides")) with { Replaces = sent }));
    }

    [Fact]
    public void A_lead_alone_fills_them_as_well() => Assert.Equal(
        ["text: Cancelled\n\n(1/2)", "text: (2/2)"],
        Told(Post() with { Lead = [T("Cancelled")], Replaces = Payloads(Post(P(T(Words(5000)))) with { MaySplit = true }) }));

    [Fact]
    public void No_word_of_a_correction_is_lost_and_the_buttons_stand_under_the_last_of_them()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed: {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            ImmutableArray<Block> body = [.. Enumerable.Range(0, random.Next(1, 12)).Select(index => random.Next(3) == 0
                ? (Block)H(random.Next(1, 4), $"head {index}")
                : P(T($"{index} {Words(random.Next(2, 330))}")))];
            var standing = random.Next(2, 6);
            var sent = Enumerable.Repeat("""{"chat_id":-100,"text":"x"}""", standing).ToImmutableArray();
            var post = Post([.. body]) with { Buttons = [new LinkButton("Join", new Uri("https://example.org/join"))] };

            if (PostRenderer.Render(post with { Replaces = sent }, Channel()) is not RenderResult.Fits)
            {
                continue;
            }

            var messages = Messages(post with { Replaces = sent });

            Assert.Equal(standing, messages.Length);
            Assert.Equal(
                WordsOf(TextOf(Assert.Single(Messages(post with { MaySplit = false }, Channel())))),
                messages.SelectMany((message, index) => WordsOf(TextOf(message).Replace($"({index + 1}/{standing})", "", StringComparison.Ordinal))));
            Assert.All(messages, (message, index) => Assert.Equal(index == standing - 1, message["reply_markup"] is not null));
        }

        static IEnumerable<string> WordsOf(string text) => Blank().Split(text).Where(word => word.Length > 0);
    }

    [Theory]
    [InlineData("a text", false, null, null, 0)]
    [InlineData("a picture with its text", true, null, null, 0)]
    [InlineData("a picture, then the text", true, "picture-first", null, 1)]
    [InlineData("a picture that calls, then the text", true, "picture-first", "user:@harbour", 1)]
    public void It_is_told_which_message_opens_the_text(string row, bool withPoster, string? layout, string? mention, int expected)
    {
        Assert.NotEmpty(row);
        var post = Post(P(T("x"))) with { Picture = withPoster ? Poster : null, Mention = mention };

        Assert.Equal(expected, Assert.IsType<RenderResult.Fits>(PostRenderer.Render(post, Channel(layout))).Opening);
    }

    private static string Summary(RenderResult result) => result switch
    {
        RenderResult.Fits fits => string.Join(", ", fits.Payloads.Select(payload => JsonNode.Parse(payload)!)
            .Select(message => $"{(message["photo"] is null ? "text" : "photo")} {TextOf(message).Length}")),
        RenderResult.TooLong misfit => $"too long: {misfit.Limit} {misfit.Actual} of {misfit.Allowed}",
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
