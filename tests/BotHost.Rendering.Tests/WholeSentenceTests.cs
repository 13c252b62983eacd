using System.Text.RegularExpressions;
using BotHost.Announcements.Platforms;
using BotHost.Rendering.Tests.Cases;
using BotHost.TestKit.Talks;

namespace BotHost.Rendering.Tests;

/// <summary>What is too long is told in fewer sentences, never in halves of them.</summary>
public sealed partial class WholeSentenceTests(ITestOutputHelper output)
{
    private const int Cases = 2_000;

    [Fact]
    public void A_long_talk_is_told_in_whole_sentences_on_discord() =>
        Campaign.Run(output, Cases, (seed, size) => SentenceTalk.Draw(seed, size, [null, "embed", "plain"]), SentenceTalk.Smaller, talk => Hold(talk, Rig.Shared.Discord, CatalogueBuilder.DiscordChannel));

    [Fact]
    public void A_long_talk_is_told_in_whole_sentences_on_telegram() =>
        Campaign.Run(output, Cases, (seed, size) => SentenceTalk.Draw(seed, size, [null, "caption", "picture-first", "text"]), SentenceTalk.Smaller, talk => Hold(talk, Rig.Shared.Telegram, CatalogueBuilder.TelegramChannel));

    private static void Hold(SentenceTalk talk, IChatPlatform platform, Channel template)
    {
        var sketch = talk.ToCase();
        var channel = sketch.ChannelOn(template);
        var (catalogue, built) = sketch.Build(Rig.Shared.Reader, platform.Id);

        var result = Rig.Shared.Ladder.Climb(platform, catalogue, built, sketch.Step, channel, TalkCase.Now).Result;

        var fits = Assert.IsType<RenderResult.Fits>(result);
        var marks = fits.Payloads.SelectMany(payload => Mark().Matches(payload)).Select(match => match.Value).ToList();
        for (var index = 0; index < marks.Count; index += 2)
        {
            var number = marks[index][1..^1];
            Assert.True(
                marks[index][0] == 'Q' && index + 1 < marks.Count && marks[index + 1] == $"Z{number}z",
                $"{talk}\nsentence {number} is not told whole: {string.Join(' ', marks.Skip(Math.Max(0, index - 2)).Take(5))}");
        }
    }

    [GeneratedRegex("Q[0-9]+q|Z[0-9]+z")]
    private static partial Regex Mark();
}
