using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Previews;
using BotHost.TestKit.Pictures;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Previews;

/// <summary>Previews of hand-written payloads: what the terminal prints, and what of their pictures reaches the page.</summary>
public sealed class PreviewTextTests
{
    private const string Hash = "00000000000000000000000000000000000000000000000000000000000000ab";

    private static readonly Instant At = Instant.FromUtc(2026, 12, 30, 1, 0);

    private static readonly Picture Poster = new("poster.png", null, "A bridge") { Content = new PictureFile(Hash, PictureFormat.Png, 1200, 630, 5000) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_frame_is_printed_with_its_picture_its_moments_and_its_buttons()
    {
        var preview = Of(
            "discord:1",
            $$"""
            {
              "content": "@everyone Talk 1: **A talk** · <t:1800439200:F>", "allowed_mentions": {"parse":["everyone"]}, "flags": 4096,
              "embeds": [{"author":{"name":"【New Event】 Talk 1"},"title":"A talk","description":"See [the page](https://example.org/1), <t:1800439200:R>","image":{"url":"attachment://{{Hash}}.png"} }],
              "attachments": [{"id":0,"filename":"{{Hash}}.png","description":"A bridge"}],
              "components": [{"type":1,"components":[{"type":2,"style":5,"label":"Join","url":"https://example.org/join"}]}]
            }
            """) with { Detail = new PostDetail(Rung.ShortSummary, Rung.Gone) { Passages = 3 } };

        Assert.Equal(
            """
            === announce in news (discord:1)
            goes out Wed 2026-12-30 10:00 (Asia/Tokyo)
            pings everyone; arrives without a sound

            [picture: poster.png 1200x630, "A bridge"]
            @everyone Talk 1: A talk · Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)

            【New Event】 Talk 1
            A talk
            See the page, in 21 days

            the page -> https://example.org/1
            [ Join ] https://example.org/join

            --- fits; left out for that: the bios, and the summary after its first 3 passages


            """.ReplaceLineEndings("\n"),
            Print(preview));
    }

    [Fact]
    public void Several_messages_are_numbered()
    {
        var preview = Of(
            "telegram:-5",
            $$"""{"chat_id":-5,"photo":"attach://{{Hash}}.png"}""",
            """{"chat_id":-5,"text":"A talk\n(2/2)","link_preview_options":{"url":"https://example.org/1"}}""");

        Assert.Equal(
            """
            === announce in news (telegram:-5)
            goes out Wed 2026-12-30 10:00 (Asia/Tokyo)

            --- message 1 of 2
            [picture: poster.png 1200x630, "A bridge"]


            --- message 2 of 2
            A talk
            (2/2)
            [preview of https://example.org/1]

            --- fits in 2 messages


            """.ReplaceLineEndings("\n"),
            Print(preview));
    }

    [Fact]
    public void What_does_not_fit_says_what_stands_in_the_way()
    {
        var preview = Of("telegram:-5") with { Result = new RenderResult.TooLong("message text", 5000, 4096) };

        Assert.Contains("--- does not fit: message text is 5000, 4096 are allowed\n", Print(preview), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_holds_the_bytes_of_pictures_and_goes_without_those_that_are_gone()
    {
        var catalogue = new CatalogueBuilder().Build();
        var preview = Of("telegram:-5", $$"""{"chat_id":-5,"photo":"attach://{{Hash}}.png"}""");
        var bytes = PngPicture.Of(8, 4);

        var there = await new PreviewFile(new Shelf(bytes)).PageAsync(catalogue, preview.Talk, [preview], Cancel);
        var gone = await new PreviewFile(new Shelf(null)).PageAsync(catalogue, preview.Talk, [preview], Cancel);

        Assert.Contains("data:image/png;base64,iVBOR", there, StringComparison.Ordinal);
        Assert.DoesNotContain("base64,", gone, StringComparison.Ordinal);
        Assert.Contains("A bridge", gone, StringComparison.Ordinal);
        Assert.DoesNotContain("would refuse", there + gone, StringComparison.Ordinal);
    }

    private static PostPreview Of(string address, params string[] payloads)
    {
        var parts = address.Split(':');
        var channel = new Channel { Id = new ChannelId("news"), Address = new ChannelAddress(new PlatformId(parts[0]), parts[1]), Languages = ["en"] };
        var post = new Post { Lead = [], Body = RichText.Empty, Picture = Poster };
        return new PostPreview(
            new TalkBuilder().Build(), AnnouncementStep.WithoutCampaign, [new PreviewPlace(channel, At, null)], post, PostDetail.Full,
            new RenderResult.Fits([.. payloads]));
    }

    private static string Print(PostPreview preview)
    {
        using var output = new StringWriter { NewLine = "\n" };
        PreviewText.Write(preview, output);
        return output.ToString();
    }

    private sealed class Shelf(byte[]? bytes) : IPictureStore
    {
        public ValueTask<byte[]?> ReadAsync(string hash, CancellationToken cancellationToken) => ValueTask.FromResult(hash == Hash ? bytes : null);
    }
}
