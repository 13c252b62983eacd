using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.Telegram.Rendering;
using static BotHost.Telegram.Tests.Rendering.Texts;

namespace BotHost.Telegram.Tests.Rendering;

public class SplitPostTests
{
    private static readonly LinkButton Join = new("Join", new Uri("https://example.org/join"));

    private static Post Long(params Block[] body) => Post(body) with { MaySplit = true };

    [Fact]
    public void A_text_that_fits_stays_one_message_without_a_number() =>
        Assert.Equal([$"text: {Words(4096)}"], Told(Long(P(T(Words(4096))))));

    [Fact]
    public void A_text_that_does_not_fit_becomes_numbered_parts_and_the_last_one_has_the_buttons()
    {
        var post = Long(P(T(Words(3000))), P(T(Words(2000))), P(T(Words(2500)))) with
        {
            Lead = [T("Soon: Tides")],
            Mention = "user:@harbour",
            Buttons = [Join],
        };

        var messages = Messages(post);

        Assert.Equal(
            [$"@harbour\nSoon: Tides\n\n{Words(3000)}\n\n(1/3)", $"{Words(2000)}\n\n(2/3)", $"{Words(2500)}\n\n(3/3)"],
            messages.Select(TextOf));
        Assert.Equal([false, false, true], messages.Select(message => message["reply_markup"] is not null));
        Assert.Equal([false, true, true], messages.Select(message => message["disable_notification"] is not null));
    }

    [Fact]
    public void Nothing_is_parted_that_may_not_be() =>
        Assert.Equal(
            new RenderResult.TooLong("message text", 6002, 4096),
            PostRenderer.Render(Post(P(T(Words(3000))), P(T(Words(3000)))), Channel()));

    [Fact]
    public void A_picture_comes_before_the_parts_of_its_text_and_has_no_number()
    {
        var post = Long(P(T(Words(3000))), P(T(Words(3000)))) with { Picture = Poster, Mention = "user:@harbour" };

        Assert.Equal(
            ["photo: @harbour", $"text: {Words(3000)}\n\n(1/2)", $"text: {Words(3000)}\n\n(2/2)"],
            Told(post));
    }

    [Fact]
    public void Where_the_text_is_to_stand_below_the_picture_its_first_part_does() =>
        Assert.Equal(
            [$"photo: {Words(1015)}\n\n(1/2)", $"text: {Words(3000)}\n\n(2/2)"],
            Told(Long(P(T(Words(1015))), P(T(Words(3000)))) with { Picture = Poster }, Channel("caption")));

    [Fact]
    public void The_picture_of_a_page_stands_above_the_first_part_alone()
    {
        var messages = Messages(Long(P(T(Words(3000))), P(T(Words(3000)))) with { Picture = At("https://example.org/a.png") });

        Assert.Equal(
            ["""{"url":"https://example.org/a.png","prefer_large_media":true,"show_above_text":true}""", """{"is_disabled":true}"""],
            messages.Select(message => message["link_preview_options"]!.ToJsonString()));
    }

    [Fact]
    public void The_preview_of_a_page_stands_below_the_last_part()
    {
        var messages = Messages(Long(P(T(Words(3000))), P(T(Words(3000)))) with { LinkPreview = new Uri("https://example.org/talk") }, Channel(linkPreview: true));

        Assert.Equal(
            ["""{"is_disabled":true}""", """{"url":"https://example.org/talk"}"""],
            messages.Select(message => message["link_preview_options"]!.ToJsonString()));
    }

    [Fact]
    public void Three_hundred_links_become_parts_that_show_all_of_them()
    {
        var links = Enumerable.Range(0, 300).Select(number => (Block)P(L($"https://example.org/{number}", $"link {number}")));
        var post = Long([.. links]) with
        {
            Buttons = [.. Enumerable.Range(0, 300).Select(number => new LinkButton($"link {number}", new Uri($"https://example.org/{number}")))],
        };

        var messages = Messages(post);

        Assert.Equal(
            Enumerable.Range(0, 300).Select(number => $"https://example.org/{number}"),
            messages.SelectMany(message => message["entities"]!.AsArray()).Select(entity => entity!["url"]!.GetValue<string>()));
        Assert.All(messages, AssertTaken);
    }

    [Theory]
    [InlineData(4082, "both stay together")]
    [InlineData(4083, "the second goes on")]
    public void A_part_is_full_to_its_last_character_with_room_for_the_number(int length, string row)
    {
        const string family = "👩‍👩‍👧";

        var told = Told(Long(P(T(new string('x', length - family.Length - 2) + " a" + family)), P(T("end")), P(T(Words(4000)))));

        // Below the text stand a blank line and, while nobody knows the number of parts, seven characters.
        Assert.Equal(row == "both stay together", told[0].EndsWith("end\n\n(1/2)", StringComparison.Ordinal));
        Assert.Contains(family, told[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_part_is_a_message_that_the_platform_takes()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed: {seed}");
        var random = new Random(seed);
        string[] words = ["wave", "波止場", "مرحبا", "👩‍👩‍👧", "@ines", "/next", "\u2068a", "b\u2069", "é", "<b>", "*x*", "\n"];
        for (var round = 0; round < 50; round++)
        {
            var blocks = Enumerable.Range(0, random.Next(5, 40)).Select(_ => (Block)(random.Next(4) switch
            {
                0 => H(random.Next(1, 4), Sentence(5)),
                1 => new Block.List(1, [[P(T(Sentence(20)))], [P(L("https://example.org/x", Sentence(3)))]]),
                2 => new Block.Quote([P(new Inline.Styled(TextStyle.Strong, [T(Sentence(30))]))]),
                _ => P(T(Sentence(60)), L("https://example.org/y", "here"), T(Sentence(10))),
            }));

            var result = PostRenderer.Render(Long([.. blocks]) with { Lead = [T("Tides")] }, Channel());

            Assert.All(Assert.IsType<RenderResult.Fits>(result).Payloads, payload => AssertTaken(JsonNode.Parse(payload)!));
        }

        string Sentence(int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => words[random.Next(words.Length)]));
    }

    private static void AssertTaken(JsonNode message)
    {
        var text = TextOf(message);
        Assert.InRange(text.Length, 1, 4096);
        Assert.Equal(text.Trim(), text);
        var entities = message["entities"]?.AsArray() ?? [];
        Assert.InRange(entities.Count, 0, 100);
        Assert.All(entities, entity =>
        {
            var (offset, length) = (entity!["offset"]!.GetValue<int>(), entity["length"]!.GetValue<int>());
            Assert.InRange(length, 1, text.Length - offset);
            Assert.False(char.IsLowSurrogate(text[offset]));
            Assert.False(char.IsHighSurrogate(text[offset + length - 1]));
        });
        Assert.InRange(message["reply_markup"]?["inline_keyboard"]?.AsArray().Count ?? 0, 0, 100);
        Assert.InRange(message["reply_markup"]?.ToJsonString().Length ?? 0, 0, 10_000);
    }
}
