using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.Rendering.Tests.Discord;
using BotHost.Rendering.Tests.Telegram;
using BotHost.TestKit.Talks;

namespace BotHost.Rendering.Tests;

/// <summary>Posts that are as long as a message may be, and a little longer.</summary>
public sealed class LimitBrinkTests
{
    private static readonly string[] Atoms = ["a", "_", "あ", "👍", "👩‍👩‍👧‍👦"];

    public static TheoryData<string, int> Brinks
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var limit in new[] { 256, 1024, 2000, 4096, 6000 })
            {
                data.Add("lead", limit);
                data.Add("title", limit);
                data.Add("body", limit);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Brinks))]
    public void What_is_sent_lies_inside_the_limits(string place, int limit)
    {
        foreach (var (post, discord, telegram) in Posts(place, limit))
        {
            if (Rig.Shared.Discord.Render(post, discord) is RenderResult.Fits { Payloads: var one })
            {
                Assert.Empty(one.SelectMany(payload => DiscordRules.Broken(new DiscordMessage(payload))));
            }

            if (Rig.Shared.Telegram.Render(post, telegram) is RenderResult.Fits { Payloads: var other })
            {
                Assert.Empty(other.SelectMany(payload => TelegramRules.Broken(new TelegramMessage(payload))));
            }
        }
    }

    /// <summary>The limits themselves, by the reference: the last length that goes out in one message.</summary>
    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public void A_whole_message_goes_out_and_one_character_more_does_not(int length, bool fits)
    {
        var post = new Post { Lead = [], Body = RichText.Plain(new string('a', length)) };

        Assert.Equal(fits, Rig.Shared.Discord.Render(post, CatalogueBuilder.DiscordChannel) is RenderResult.Fits { Payloads.Length: 1 });
        Assert.Equal(fits, Rig.Shared.Telegram.Render(post, CatalogueBuilder.TelegramChannel) is RenderResult.Fits { Payloads.Length: 1 });
    }

    // Each unit that a platform might count in: code points, UTF-16 units, and one character more for the backslash before an underscore.
    private static IEnumerable<(Post Post, Channel Discord, Channel Telegram)> Posts(string place, int limit)
    {
        foreach (var atom in Atoms)
        {
            foreach (var unit in new[] { atom.EnumerateRunes().Count(), atom.Length, 2 }.Distinct())
            {
                for (var off = -1; off <= 1; off++)
                {
                    var text = string.Concat(Enumerable.Repeat(atom, Math.Max(1, (limit / unit) + off)));
                    ImmutableArray<Inline> words = [new Inline.Text(text)];
                    var post = place switch
                    {
                        "lead" => new Post { Lead = words, Body = RichText.Plain("body") },
                        "title" => new Post { Lead = [new Inline.Text("lead")], Body = RichText.Of(new Block.Heading(1, words), new Block.Paragraph([new Inline.Text("body")])) },
                        _ => new Post { Lead = [new Inline.Text("lead")], Body = RichText.Of(new Block.Paragraph(words)) },
                    };
                    foreach (var maySplit in atom.Length < 3 ? [false, true] : new[] { false })
                    {
                        yield return (post with { MaySplit = maySplit }, CatalogueBuilder.DiscordChannel with { Layout = maySplit ? "plain" : null }, CatalogueBuilder.TelegramChannel);
                        yield return (post with { MaySplit = maySplit, Mention = "everyone" }, CatalogueBuilder.DiscordChannel with { Layout = maySplit ? null : "plain" }, CatalogueBuilder.TelegramChannel);
                    }
                }
            }
        }
    }
}
