using BotHost.Sandbox.Reading;

namespace BotHost.Sandbox.Tests.Reading;

public sealed class TelegramReadingTests
{
    [Fact]
    public void A_message_is_read_by_its_entities_and_by_what_the_server_finds_itself()
    {
        const string payload = """
            {
              "chat_id": "@talks", "disable_notification": true,
              "text": "Talk 1 😀\nTitle\nat 7 pm, see example.org or here\n@ann_user #talks /next",
              "entities": [
                {"type":"bold","offset":10,"length":5}, {"type":"date_time","offset":19,"length":4,"unix_time":1893456000,"date_time_format":"wDt"},
                {"type":"text_link","offset":44,"length":4,"url":"https://example.org/here"}
              ],
              "link_preview_options": {"url":"https://example.org/poster.png","prefer_large_media":true},
              "reply_markup": {"inline_keyboard":[[{"text":"Join","url":"https://example.org/join"}],[{"text":"Hold","callback_data":"v1:hold"}]]}
            }
            """;

        var read = TelegramReading.Read(payload);

        Assert.Equal(["Talk 1 😀", "Title", "at 7 pm, see example.org or here", "@ann_user #talks /next"], read.Lines);
        Assert.Equal("Title", read.Title);
        Assert.Equal(["Title"], read.Headings);
        Assert.Equal([new ReadTime(1893456000, "wDt", "7 pm")], read.Times);
        Assert.Equal([new ReadLink("example.org", "http://example.org"), new ReadLink("here", "https://example.org/here")], read.Links);
        Assert.Equal(["@ann_user"], read.Pings);
        Assert.Equal(["#talks"], read.Hashtags);
        Assert.Equal(["/next"], read.Commands);
        Assert.Equal([new ReadButton("Join", "https://example.org/join", null), new ReadButton("Hold", null, "v1:hold")], read.Buttons);
        Assert.Equal("https://example.org/poster.png", read.LinkPreview);
        Assert.True(read.IsSilent);
    }

    [Fact]
    public void A_photo_is_read_with_its_caption()
    {
        var read = TelegramReading.Read("""{"chat_id":1,"photo":"attach://poster.png","caption":"Title\nwords","caption_entities":[{"type":"bold","offset":0,"length":5}]}""");

        Assert.Equal(("Title", "Title\nwords"), (read.Title, read.Text));
        Assert.Equal([new ReadPicture("photo", "poster.png", null)], read.Pictures);
        Assert.Null(read.LinkPreview);
    }

    [Theory]
    [InlineData("""{"chat_id":1,"text":"see https://example.org/a"}""", "https://example.org/a")]
    [InlineData("""{"chat_id":1,"text":"see https://example.org/a","link_preview_options":{"is_disabled":true}}""", null)]
    [InlineData("""{"chat_id":1,"text":"see nothing"}""", null)]
    public void A_preview_is_shown_unless_it_is_switched_off(string payload, string? page) =>
        Assert.Equal(page, TelegramReading.Read(payload).LinkPreview);

    [Theory]
    [InlineData("""{"chat_id":1,"text":"@\u2060ann_user /\u2060next"}""")]
    [InlineData("""{"chat_id":1,"text":"@ann_user","entities":[{"type":"code","offset":0,"length":9}]}""")]
    public void A_broken_or_coded_name_reaches_nobody(string payload)
    {
        var read = TelegramReading.Read(payload);

        Assert.Empty(read.Mentions);
        Assert.Empty(read.Commands);
    }

    [Theory]
    [InlineData("""{"chat_id":1,"photo":"attach://a.png","caption":"LONG"}""", "message caption is too long")]
    [InlineData("""{"chat_id":1,"text":"x","entities":[{"type":"bold","offset":0,"length":2}]}""", "ends after the end of the text")]
    [InlineData("[]", "no JSON object")]
    public void What_Telegram_refuses_is_no_message(string payload, string words)
    {
        var refused = Assert.Throws<FormatException>(() => TelegramReading.Read(payload.Replace("LONG", new string('x', 1025), StringComparison.Ordinal)));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }
}
