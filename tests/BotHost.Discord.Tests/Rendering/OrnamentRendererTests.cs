using System.Text;
using System.Text.Json.Nodes;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.Discord.Rendering;
using BotHost.Discord.Tests.Rig;
using NodaTime;

namespace BotHost.Discord.Tests.Rendering;

public sealed class OrnamentRendererTests
{
    private const string Family = "👨‍👩‍👧‍👦";

    private const string NoPing = "\u200b";

    [Fact]
    public void A_thread_has_the_heading_and_the_title_as_its_name_and_stays_open_for_a_week() =>
        Assert.Equal("""{"name":"Asian Talk 176: Harbours at night","auto_archive_duration":10080}""", ThreadRenderer.Render(Cards.Talk));

    [Fact]
    public void An_event_tells_when_where_and_what() =>
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(
                    """
                    {"name":"Asian Talk 176: Harbours at night","privacy_level":2,"entity_type":3,
                     "entity_metadata":{"location":"Room 3, Kyoto"},
                     "scheduled_start_time":"2027-01-20T09:00:00Z","scheduled_end_time":"2027-01-20T10:30:00Z",
                     "description":"About harbours.\n\nhttps://example.org/join?talk=176"}
                    """),
                JsonNode.Parse(EventRenderer.Render(Cards.Talk)!)));

    public static TheoryData<string, string, string, string> Names => new()
    {
        { "no number, no heading", "", "Harbours", "Harbours" },
        { "a hundred characters fit", new string('h', 49), new string('t', 49), $"{new string('h', 49)}: {new string('t', 49)}" },
        { "with one more, the title stands alone", new string('h', 50), new string('t', 49), new string('t', 49) },
        { "a title of a hundred characters stands whole", "Talk 1", new string('t', 100), new string('t', 100) },
        { "a longer one is cut", "Talk 1", new string('t', 101), new string('t', 99) + "…" },
        { "a character of several code points is never parted", "", string.Concat(Enumerable.Repeat(Family, 300)), string.Concat(Enumerable.Repeat(Family, 14)) + "…" },
        { "code points count, not UTF-16 units", "", string.Concat(Enumerable.Repeat("🎉", 100)), string.Concat(Enumerable.Repeat("🎉", 100)) },
        { "nobody is called", "@here", "@everyone come", $"@{NoPing}here: @{NoPing}everyone come" },
        { "control characters between do not help", "", "@\u0007everyone", $"@{NoPing}everyone" },
        { "markup is no markup in a name", "", "*a* _b_ `c`", "*a* _b_ `c`" },
        { "an override of the direction is taken out", "", "abc\u202edcba", "abcdcba" },
        { "an isolate is closed", "\u2067abc", "def", "\u2067abc\u2069: def" },
        { "lines become one", "", "a\r\nb\tc", "a b c" },
        { "a title that nobody sees is none", "Talk 1", "\u200b", "Talk 1" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_plain_words_of_at_most_a_hundred_characters(string sentence, string heading, string title, string expected)
    {
        var card = Cards.Talk with { Heading = heading, Title = title };

        Assert.True(expected == (string?)JsonNode.Parse(ThreadRenderer.Render(card)!)!["name"], sentence);
        Assert.True(expected == (string?)JsonNode.Parse(EventRenderer.Render(card)!)!["name"], sentence);
    }

    public static TheoryData<string, string?, string?, string> Places => new()
    {
        { "a place", "Room 3", "https://example.org/", "Room 3" },
        { "a place of markup and pings", "@everyone **3**", null, $"@{NoPing}everyone **3**" },
        { "a place that is too long", new string('p', 120), null, new string('p', 99) + "…" },
        { "a link for want of a place", null, "https://example.org/join", "https://example.org/join" },
        { "a link of a hundred characters", null, "https://example.org/" + new string('j', 80), "https://example.org/" + new string('j', 80) },
        { "the site of a longer one", " ", "https://example.org/" + new string('j', 81), "example.org" },
        { "what is no page is no place", null, "mailto:a@example.org", "Online" },
        { "neither", null, null, "Online" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void An_event_is_somewhere(string sentence, string? place, string? link, string expected)
    {
        var payload = Event(Cards.Talk with { Place = place, Link = link is null ? null : new Uri(link) });

        Assert.True(expected == (string?)payload["entity_metadata"]!["location"], sentence);
    }

    [Fact]
    public void A_long_link_stands_in_the_description()
    {
        var link = "https://example.org/" + new string('j', 81);

        Assert.EndsWith("\n\n" + link, (string?)Event(Cards.Talk with { Link = new Uri(link) })["description"], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_words_and_link_the_description_is_empty_so_that_a_revision_empties_it_too()
    {
        var payload = Event(Cards.Talk with { Link = null, Summary = RichText.Empty });

        Assert.True(payload.ContainsKey("description"));
        Assert.Null(payload["description"]);
    }

    [Fact]
    public void A_summary_is_cut_between_paragraphs_and_the_link_stands_below_it()
    {
        var summary = RichText.Of(Samples.Line(Samples.Words(new string('a', 900))), Samples.Line(Samples.Words(new string('b', 900))));

        Assert.Equal($"{new string('a', 900)}\n\n…\n\nhttps://example.org/join?talk=176", (string?)Event(Cards.Talk with { Summary = summary })["description"]);
    }

    [Fact]
    public void A_summary_neither_pings_nor_fakes_markup()
    {
        var summary = RichText.Plain("@everyone <@123> [a](https://evil.example) **x**");

        Assert.Equal($"@{NoPing}everyone \\<@123> \\[a](https://evil.example) \\*\\*x\\*\\*", (string?)Event(Cards.Talk with { Summary = summary, Link = null })["description"]);
    }

    public static TheoryData<string, TalkCard> WithoutEvent => new()
    {
        { "no time", Cards.Talk with { Start = null, End = null } },
        { "no end", Cards.Talk with { End = null } },
        { "an end at the start", Cards.Talk with { End = Cards.Talk.Start } },
        { "an end before the start", Cards.Talk with { End = Cards.Talk.Start - Duration.FromHours(1) } },
        { "no name", Cards.Talk with { Heading = "", Title = " " } },
    };

    [Theory]
    [MemberData(nameof(WithoutEvent))]
    public void There_is_no_event_without_a_time_to_hold_it(string sentence, TalkCard card) => Assert.True(EventRenderer.Render(card) is null, sentence);

    [Fact]
    public async Task The_platform_renders_threads_and_events_and_nothing_else()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();

        Assert.Equal(ThreadRenderer.Render(Cards.Talk), discord.Platform.RenderOrnament(EffectKind.Thread, Cards.Talk, Samples.Channel()));
        Assert.Equal(EventRenderer.Render(Cards.Talk), discord.Platform.RenderOrnament(EffectKind.Event, Cards.Talk, Samples.Channel()));
        Assert.Null(discord.Platform.RenderOrnament(EffectKind.Pin, Cards.Talk, Samples.Channel()));
    }

    [Fact]
    public void Whatever_a_talk_says_every_text_keeps_its_limit_and_never_pings()
    {
        string[] seeds =
        [
            "word ", "🎉", Family, "漢字。", "שלום", "\u2067עברית", "\u202e", "@everyone ", "@\u2068here", "e\u0301", "\u0301", "*_~`|[<", "https://example.org/a_b ", "\n", "\t", "# ", "- ",
        ];
        var random = new Random(176);
        for (var round = 0; round < 400; round++)
        {
            var card = Cards.Talk with
            {
                Heading = Draw(random.Next(40)),
                Title = Draw(random.Next(300)),
                Place = Draw(random.Next(60)),
                Link = random.Next(2) == 0 ? null : new Uri("https://example.org/" + new string('x', random.Next(1200))),
                Summary = new RichText([.. Enumerable.Range(0, random.Next(5)).Select(_ => Samples.Line(Samples.Words(Draw(random.Next(400)))))]),
            };

            AssertWithin(card);
        }

        AssertWithin(Cards.Talk with { Title = string.Concat(Enumerable.Repeat("🎉", 300)), Summary = RichText.Empty });
        AssertWithin(Cards.Talk with { Summary = RichText.Plain(new string('w', 60_000)) });
        AssertWithin(Cards.Talk with { Summary = RichText.Plain(string.Concat(Enumerable.Repeat("A sentence about harbours. ", 2_300))) });

        string Draw(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => seeds[random.Next(seeds.Length)]));
    }

    private static JsonObject Event(TalkCard card) => JsonNode.Parse(EventRenderer.Render(card)!)!.AsObject();

    private static void AssertWithin(TalkCard card)
    {
        if (ThreadRenderer.Render(card) is { } thread)
        {
            AssertText((string?)JsonNode.Parse(thread)!["name"], 100);
        }

        if (EventRenderer.Render(card) is not { } made)
        {
            return;
        }

        var payload = JsonNode.Parse(made)!;
        AssertText((string?)payload["name"], 100);
        AssertText((string?)payload["entity_metadata"]!["location"], 100);
        if (payload["description"] is { } description)
        {
            AssertText((string?)description, 1000);
        }
    }

    private static void AssertText(string? text, int most)
    {
        Assert.NotNull(text);
        Assert.InRange(text.EnumerateRunes().Count(), 1, most);
        Assert.DoesNotContain(Rune.ReplacementChar, text.EnumerateRunes());
        Assert.DoesNotContain("@everyone", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@here", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202e', text);
        Assert.Equal(text.Count(mark => mark == '\u2069'), text.Count(mark => mark is '\u2066' or '\u2067' or '\u2068'));
    }
}
