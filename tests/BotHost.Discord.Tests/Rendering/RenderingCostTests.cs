using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.Discord.Rendering;
using BotHost.Discord.Tests.Rig;
using BotHost.TestKit.Announcements;
using static BotHost.Discord.Tests.Rig.Samples;

namespace BotHost.Discord.Tests.Rendering;

public sealed class RenderingCostTests
{
    private const int MostBytes = 40_000;

    [Theory]
    [InlineData("embed")]
    [InlineData("plain")]
    public void A_real_announcement_is_rendered_with_little_memory(string layout)
    {
        var channel = Channel("everyone") with { Layout = layout };
        var paragraphs = RealAnnouncements.Read("asian-talk-176").ReplaceLineEndings("\n").Split("\n\n");
        Block[] blocks = [Line(Words("Kicker")), new Block.Heading(1, [Words("Title")]), .. paragraphs.Select(paragraph => Line(Words(paragraph)))];
        var post = Samples.Post(RichText.Of(blocks), mention: "everyone") with
        {
            Picture = Poster(),
            Photos = [Photo()],
            Buttons = [new LinkButton("Join", new Uri("https://example.org/join"))],
            MaySplit = true,
        };
        PostRenderer.Render(post, channel);

        var before = GC.GetAllocatedBytesForCurrentThread();
        PostRenderer.Render(post with { MaySplit = false }, channel);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(bytes < MostBytes, $"{bytes} bytes");
    }
}
