using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.Telegram.Rendering;
using NodaTime;

namespace BotHost.Telegram.Tests.Rendering;

public class PostRendererTests
{
    private static readonly DateTimeZone Tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];

    private static readonly Instant Evening = Instant.FromUtc(2027, 1, 20, 10, 0);

    private static Inline.Text T(string text) => new Inline.Text(text);

    private static Inline.Styled B(params Inline[] content) => new Inline.Styled(TextStyle.Strong, [.. content]);

    private static Inline.Styled I(params Inline[] content) => new Inline.Styled(TextStyle.Emphasis, [.. content]);

    private static Inline.Link L(string url, params Inline[] content) => new Inline.Link(new Uri(url), [.. content]);

    private static Block.Paragraph P(params Inline[] content) => new Block.Paragraph([.. content]);

    private static Block.Heading H(int level, params Inline[] content) => new Block.Heading(level, [.. content]);

    private static ImmutableArray<Block> Item(params Block[] blocks) => [.. blocks];

    private static Channel Channel(string id = "-100", string? thread = null, bool silent = false) => new()
    {
        Id = new ChannelId("main"),
        Address = new ChannelAddress(new PlatformId("telegram"), id, thread),
        Languages = ["en"],
        Silent = silent,
    };

    private static JsonNode Payload(Post post, Channel? channel = null) =>
        JsonNode.Parse(Assert.Single(Assert.IsType<RenderResult.Fits>(PostRenderer.Render(post, channel ?? Channel())).Payloads))!;

    private static Post Of(params Block[] body) => new() { Lead = [], Body = RichText.Of(body) };

    /// <summary>Each entity as its type, the very characters it covers, and what else it carries.</summary>
    private static string[] Entities(JsonNode payload)
    {
        var text = payload["text"]!.GetValue<string>();
        return [.. (payload["entities"]?.AsArray() ?? []).Select(entity =>
            $"{entity!["type"]}[{text.Substring(entity["offset"]!.GetValue<int>(), entity["length"]!.GetValue<int>())}]{entity["url"]}{entity["language"]}")];
    }

    public static TheoryData<string, Post, string, string[]> Table => new()
    {
        { "plain words have no entities", Of(P(T("Maps and mud"))), "Maps and mud", [] },
        { "markup characters are words", Of(P(T("*a* _b_ [c](d) <b>&amp; `x` #tag"))), "*a* _b_ [c](d) <b>&amp; `x` #tag", [] },
        { "offsets after emoji count UTF-16", Of(P(T("🎉👩‍👩‍👧 "), B(T("bold")))), "🎉👩‍👩‍👧 bold", ["bold[bold]"] },
        { "Chinese and Japanese", Of(H(1, T("夜のはなし")), P(T("路地の音を"), B(T("あつめる")))), "夜のはなし\n\n路地の音をあつめる", ["bold[夜のはなし]", "bold[あつめる]"] },
        { "right to left", Of(P(B(T("שלום")), T(" مرحبا"))), "שלום مرحبا", ["bold[שלום]"] },
        { "marks that reverse the reading go", Of(P(T("a\u202Eb\u202C"))), "ab", [] },
        { "headings are bold lines", Of(H(1, T("Title")), P(T("Text")), H(2, T("Links")), P(T("none"))), "Title\n\nText\n\nLinks\nnone", ["bold[Title]", "bold[Links]"] },
        { "styles nest", Of(P(B(T("a "), I(T("b"))), I(T("c")))), "a bc", ["bold[a b]", "italic[b]", "italic[c]"] },
        { "a style within itself is one", Of(H(1, T("a "), B(T("b")))), "a b", ["bold[a b]"] },
        { "code stands alone, so the style around it is split", Of(P(B(T("a "), new Inline.Code("x@y"), T(" b")))), "a x@y b", ["bold[a]", "code[x@y]", "bold[b]"] },
        { "edges are trimmed off entities", Of(P(T("a"), B(T(" b ")), T("c"))), "a b c", ["bold[b]"] },
        { "blank styles vanish", Of(P(T("a"), B(T(" ")), T("b"))), "a b", [] },
        { "struck words", Of(P(new Inline.Styled(TextStyle.Strikethrough, [T("old")]), T(" new"))), "old new", ["strikethrough[old]"] },
        { "a link", Of(P(T("see "), L("https://example.org/a", T("the book")))), "see the book", ["text_link[the book]https://example.org/a"] },
        { "a link that pretends", Of(P(L("https://evil.example/a", T("https://bank.example/login")))), "https://bank.example/login (evil.example)", ["text_link[https://bank.example/login]https://evil.example/a"] },
        { "a link whose words are its own host", Of(P(L("https://www.example.org/a", T("example.org")))), "example.org", ["text_link[example.org]https://www.example.org/a"] },
        { "a link with a look-alike letter shows the real host", Of(P(L("https://xn--bnk-7cd.example/", T("bank.example")))), "bank.example (xn--bnk-7cd.example)", ["text_link[bank.example]https://xn--bnk-7cd.example/"] },
        { "a dot that browsers read as one", Of(P(L("https://x.example/", T("bank。example")))), "bank。example (x.example)", ["text_link[bank。example]https://x.example/"] },
        { "a dot that only looks like one", Of(P(L("https://x.example/", T("bank\u2024example")))), "bank\u2024example (x.example)", ["text_link[bank\u2024example]https://x.example/"] },
        { "the same site with another dot", Of(P(L("https://bank.example/", T("bank。example")))), "bank。example", ["text_link[bank。example]https://bank.example/"] },
        { "a host made whole by what is cleaned away", Of(P(L("https://x.example/", T("bank.\u0001example")))), "bank.example (x.example)", ["text_link[bank.example]https://x.example/"] },
        { "words like a host that no registry takes", Of(P(L("https://x.example/", T("e.oا")))), "e.oا (x.example)", ["text_link[e.oا]https://x.example/"] },
        { "a host that no registry takes opens nothing", Of(P(L("http://e.oا/", T("the quay")), T(" and "), L("http://e.oا/"))), "the quay and", [] },
        { "nor does a mailbox there", Of(P(L("mailto:a@e.oا", T("write")))), "write", [] },
        { "a link that would notify is none", Of(P(L("tg://user?id=5", T("hello")))), "hello", [] },
        { "a mail link shows the mailbox", Of(P(L("mailto:a@example.org", T("write")))), "write (a@example.org)", [] },
        { "code inside a link is words", Of(P(L("https://example.org/", new Inline.Code("x")))), "x", ["text_link[x]https://example.org/"] },
        { "the bot's own command can be tapped", Of(P(T("/next: "), new Inline.Text("/status") { IsCommand = true }, T(" /stop"))), "/\u2060next: /status /\u2060stop", [] },
        { "a name cannot ping", Of(P(T("thanks @ines and (@bob)"))), "thanks @\u2060ines and (@\u2060bob)", [] },
        { "a name put together from runs cannot ping", Of(P(T("@"), B(T("ines")))), "@\u2060ines", ["bold[ines]"] },
        { "a command cannot run", Of(P(T("/next or x/y, 1/2, /stop@bot"))), "/\u2060next or x/y, 1/2, /\u2060stop@bot", [] },
        { "addresses stay whole", Of(P(T("a@example.org https://example.org/@ines/x"))), "a@example.org https://example.org/@ines/x", [] },
        { "addresses with a port, a query or a part", Of(P(T("https://a.example:8080/@ines HTTP://a.example?to=@ines https://xn--e1afmkfd.xn--p1ai/#/next"))), "https://a.example:8080/@ines HTTP://a.example?to=@ines https://xn--e1afmkfd.xn--p1ai/#/next", [] },
        { "an address in brackets or quotes", Of(P(T("(https://a.example/@ines) “https://a.example/@bob” 「https://a.example/@eve"))), "(https://a.example/@ines) “https://a.example/@bob” 「https://a.example/@eve", [] },
        { "an address that a bracket of its own stands in", Of(P(T("https://a.example/tide_(sea)/@ines"))), "https://a.example/tide_(sea)/@ines", [] },
        { "an address behind a dot may be none", Of(P(T(".http://a.example/@ines"))), ".http:/\u2060/\u2060a.example/@\u2060ines", [] },
        { "an address behind a letter may be none", Of(P(T("éhttp://a.example/@ines @http://a.example/@bob"))), "éhttp:/\u2060/\u2060a.example/@\u2060ines @\u2060http:/\u2060/\u2060a.example/@\u2060bob", [] },
        { "an address behind a letter of the run before", Of(P(B(T("é")), T("http://a.example/@ines"))), "éhttp:/\u2060/\u2060a.example/@\u2060ines", ["bold[é]"] },
        { "an address of an app in what may be none", Of(P(T(".http://a.example/tg://x"))), ".http:/\u2060/\u2060a.example/tg:/\u2060/\u2060x", [] },
        { "an address ends before what no address holds", Of(P(T("http://e.example/>@ines http://e.example/<@ines http://e.example/\"@ines http://e.example/«@ines http://e.example/»@ines"))), "http://e.example/>@\u2060ines http://e.example/<@\u2060ines http://e.example/\"@\u2060ines http://e.example/«@\u2060ines http://e.example/»@\u2060ines", [] },
        { "and before blanks that nobody sees", Of(P(T("http://e.example/\u200B@ines http://e.example/\u3000@ines"))), "http://e.example/\u200B@\u2060ines http://e.example/\u3000@\u2060ines", [] },
        { "and before a bracket that closes none of its own", Of(P(T("(http://e.example/)@ines"))), "(http://e.example/)@\u2060ines", [] },
        { "a host or a port that is none", Of(P(T("http://e.x/@ines http://e.example:99999/@ines"))), "http:/\u2060/\u2060e.x/@\u2060ines http://e.example:99999/@\u2060ines", [] },
        { "bullets, nested", Of(new Block.List(null, [Item(P(T("one")), new Block.List(null, [Item(P(T("deep"))), Item(P(T("er")))])), Item(P(T("two")))]), P(T("end"))), "• one\n  • deep\n  • er\n• two\n\nend", [] },
        { "numbers, from where they start", Of(new Block.List(9, [Item(P(B(T("nine")))), Item(P(T("ten")))])), "9. nine\n10. ten", ["bold[nine]"] },
        { "an empty item is no item", Of(new Block.List(null, [Item(P(T(" "))), Item(P(T("a")))])), "• a", [] },
        { "a quote, and one inside it", Of(P(T("x")), new Block.Quote([P(T("a")), new Block.Quote([P(T("b"))])]), P(T("y"))), "x\n\na\n\nb\n\ny", ["blockquote[a\n\nb]"] },
        { "a block of code keeps its lines", Of(new Block.Code("if x:\n    y\n", "python")), "if x:\n    y", ["pre[if x:\n    y]python"] },
        { "a line break", Of(P(T("a"), new Inline.LineBreak(), T(" b"))), "a\nb", [] },
        { "lone surrogates are replaced", Of(P(T("a\uD83Cb"))), "a\uFFFDb", [] },
        { "the ends are trimmed and entities move along", Of(P(T("  "), B(T(" a "))), P(T("  "))), "a", ["bold[a]"] },
        { "the lead comes first where the body opens otherwise", Of(H(1, T("Currents")), P(T("x"))) with { Lead = [T("Soon: Tides")] }, "Soon: Tides\n\nCurrents\n\nx", ["bold[Soon: Tides]", "bold[Currents]"] },
        { "a heading that the lead tells already is left out", Of(H(1, T("Tides")), P(T("x"))) with { Lead = [T("Soon: Tides")] }, "Soon: Tides\n\nx", ["bold[Soon: Tides]"] },
        { "also where the lead goes on after it", Of(H(1, T("Tides")), P(T("x"))) with { Lead = [T("Tides, 20 January")] }, "Tides, 20 January\n\nx", ["bold[Tides, 20 January]"] },
        { "the lead is left out where the body opens with all of it", Of(H(1, T("Tides, 20 January")), P(T("x"))) with { Lead = [T("Tides")] }, "Tides, 20 January\n\nx", ["bold[Tides, 20 January]"] },
        { "half a word is not the same word", Of(H(1, T("Tide"))) with { Lead = [T("Tides today")] }, "Tides today\n\nTide", ["bold[Tides today]", "bold[Tide]"] },
        { "a mention that the config wants does ping", Of(P(T("x @ines"))) with { Mention = "user:@harbour" }, "@harbour\nx @\u2060ines", [] },
        { "a line above the title opens by itself", Of(P(T("【Talk】 Asian Talk 176")), H(1, T("Tides")), P(T("On the quay")), H(2, T("Links"))) with { Lead = [T("Tides, 20 January")] }, "【Talk】 Asian Talk 176\nTides\nOn the quay\n\nLinks", ["bold[Tides]", "bold[Links]"] },
        { "what the title is told about stands apart from it", Of(P(T("【Talk】")), H(1, T("Tides")), P(B(T("When:")), T(" today"))), "【Talk】\nTides\n\nWhen: today", ["bold[Tides]", "bold[When:]"] },
        { "with a wide colon, or one behind the label", Of(P(T("【Talk】")), H(1, T("Tides")), P(B(T("日時：")), T("今日")), H(1, T("Tides")), P(B(T("When")), T(": today"))), "【Talk】\nTides\n\n日時：今日\n\nTides\n\nWhen: today", ["bold[Tides]", "bold[日時：]", "bold[Tides]", "bold[When]"] },
        { "a subtitle does not, in whatever style", Of(P(T("【Talk】")), H(1, T("Tides")), P(B(T("A story")), T(" of mud")), P(B(T("When:")), T(" today"))), "【Talk】\nTides\nA story of mud\n\nWhen: today", ["bold[Tides]", "bold[A story]", "bold[When:]"] },
        { "nor does a label below a lesser heading", Of(P(T("x")), H(2, T("Tides")), P(B(T("When:")), T(" today"))), "x\n\nTides\nWhen: today", ["bold[Tides]", "bold[When:]"] },
        { "a line above a lesser heading does not", Of(P(T("a")), H(2, T("b"))) with { Lead = [T("Soon")] }, "Soon\n\na\n\nb", ["bold[Soon]", "bold[b]"] },
        { "a blank line above the title is none", Of(P(T(" ")), H(1, T("Tides")), P(T("x"))) with { Lead = [T("Soon: Currents")] }, "Soon: Currents\n\nTides\n\nx", ["bold[Soon: Currents]", "bold[Tides]"] },
        { "a person's own name calls them", Of(P(T("by @Ines_K, @ines_k2 and @bob"))) with { Handles = ["ines_k"] }, "by @Ines_K, @\u2060ines_k2 and @\u2060bob", [] },
        { "a name that goes on in the next run is another one", Of(P(T("@ines"), B(T("2")))) with { Handles = ["ines"] }, "@ines\u20602", ["bold[\u20602]"] },
        { "a name put together from runs is nobody's", Of(P(T("@in"), B(T("es")))) with { Handles = ["ines"] }, "@\u2060ines", ["bold[es]"] },
        { "a name inside a mailbox is none", Of(P(T("ines@ines.example"))) with { Handles = ["ines"] }, "ines@ines.example", [] },
        { "a command named like a person cannot run", Of(P(T("/ines"))) with { Handles = ["ines"] }, "/\u2060ines", [] },
        { "what leads where it says and calls nobody is left as it is", Of(P(T("#tides $SEA +81 3-1234-5678"))), "#tides $SEA +81 3-1234-5678", [] },
        { "a slash between ideographs is a slash", Of(P(T("Rùn (潤/润), 東京＠大阪 a@ /"))), "Rùn (潤/润), 東京＠大阪 a@ /\u2060", [] },
        { "an address of an app is words that open nothing", Of(P(T("tg://resolve?domain=ines"))), "tg:/\u2060/\u2060resolve?domain=ines", [] },
        { "marks that set off a name stay", Of(P(T("by \u2068"), B(T("דנה")), T("\u2069, Tokyo"))), "by \u2068דנה\u2069, Tokyo", ["bold[דנה]"] },
        { "marks that nobody closed end with their paragraph", Of(P(T("a \u2067b")), P(T("c"))), "a \u2067b\u2069\n\nc", [] },
        { "marks that nobody opened go", Of(P(T("a\u2069 b")), H(1, T("\u2069c"))), "a b\nc", ["bold[c]"] },
        { "a title cannot close what stands around it", Of(P(T("\u2068"), L("https://example.org/", T("a\u2069b")), T("\u2069 c"))), "\u2068ab\u2069 c", ["text_link[ab]https://example.org/"] },
        { "a link's words cannot turn around what follows", Of(P(L("https://evil.example/", T("\u2067bank.example")), T(" c"))), "\u2067bank.example\u2069 (evil.example) c", ["text_link[\u2067bank.example\u2069]https://evil.example/"] },
        { "another platform's mention is nobody's", Of(P(T("x"))) with { Mention = "everyone" }, "x", [] },
    };

    [Theory]
    [MemberData(nameof(Table), DisableDiscoveryEnumeration = true)]
    public void Content_becomes_text_and_entities(string row, object post, string text, string[] entities)
    {
        Assert.NotEmpty(row);

        var payload = Payload((Post)post);

        Assert.Equal(text, payload["text"]!.GetValue<string>());
        Assert.Equal(entities, Entities(payload));
    }

    [Theory]
    [InlineData(TimeStyle.Full, "wDt", "Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)")]
    [InlineData(TimeStyle.Date, "wD", "Wednesday, 20 January 2027")]
    [InlineData(TimeStyle.TimeOfDay, "t", "19:00 (Tokyo, UTC+9)")]
    [InlineData(TimeStyle.Relative, "r", "Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)")]
    public void A_moment_is_told_in_the_readers_zone_and_names_ours_for_old_clients(TimeStyle style, string format, string words)
    {
        var payload = Payload(Of(P(T("When: "), B(new Inline.Time(Evening, Tokyo, style)))));

        var entity = payload["entities"]!.AsArray().Single(candidate => candidate!["type"]!.GetValue<string>() == "date_time")!;
        Assert.Equal(1800439200, entity["unix_time"]!.GetValue<long>());
        Assert.Equal(format, entity["date_time_format"]!.GetValue<string>());
        Assert.StartsWith(words[..^1], payload["text"]!.GetValue<string>()[6..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" (", "), doors at six", "When: Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9), doors at six")]
    [InlineData("（", "）、開場は六時", "When: Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)、開場は六時")]
    public void A_distance_in_brackets_behind_its_moment_is_left_out_because_old_clients_would_read_the_date_twice(string open, string after, string expected)
    {
        var payload = Payload(Of(P(
            T("When: "),
            new Inline.Time(Evening, Tokyo, TimeStyle.Full),
            T(open),
            new Inline.Time(Evening, Tokyo, TimeStyle.Relative),
            T(after))));

        Assert.Equal(expected, payload["text"]!.GetValue<string>());
    }

    [Fact]
    public void The_payload_is_exact()
    {
        var post = Of(H(1, T("Tides"))) with { Buttons = [new LinkButton("Join", new Uri("https://example.org/join"))] };

        var result = Assert.IsType<RenderResult.Fits>(PostRenderer.Render(post, Channel("-1001234567890", "17", silent: true)));

        Assert.Equal(
            """{"chat_id":-1001234567890,"message_thread_id":17,"text":"Tides","entities":[{"type":"bold","offset":0,"length":5}],"link_preview_options":{"is_disabled":true},"disable_notification":true,"reply_markup":{"inline_keyboard":[[{"text":"Join","url":"https://example.org/join"}]]}}""",
            Assert.Single(result.Payloads));
    }

    [Fact]
    public void A_public_name_is_sent_as_a_name() =>
        Assert.Equal("""{"chat_id":"@harbour_talks","text":"x","link_preview_options":{"is_disabled":true}}""", Payload(Of(P(T("x"))), Channel("@harbour_talks")).ToJsonString());

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public void The_limit_counts_UTF16_units(int length, bool fits)
    {
        var result = PostRenderer.Render(Of(P(T(new string('a', length)))), Channel());

        Assert.Equal(fits, result is RenderResult.Fits);
        if (!fits)
        {
            Assert.Equal(new RenderResult.TooLong("message text", length, 4096), result);
        }
    }

    [Fact]
    public void A_long_post_costs_little_more_memory_than_its_text()
    {
        var post = Of([.. Enumerable.Range(0, 40).Select(_ => P(T(string.Concat(Enumerable.Repeat("on the quay at 7 ", 6)))))]);
        PostRenderer.Render(post, Channel());
        var before = GC.GetAllocatedBytesForCurrentThread();

        PostRenderer.Render(post, Channel());

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        TestContext.Current.TestOutputHelper!.WriteLine($"{bytes} bytes");
        Assert.InRange(bytes, 1, 60_000);
    }

    [Fact]
    public void A_post_without_words_is_no_message() =>
        Assert.Empty(Assert.IsType<RenderResult.Fits>(PostRenderer.Render(Of(P(T(" \u200B"))), Channel())).Payloads);
}
