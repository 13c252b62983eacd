using System.Text;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.Rendering.Tests.Cases;
using BotHost.Rendering.Tests.Discord;
using BotHost.Rendering.Tests.Reading;
using BotHost.Rendering.Tests.Telegram;
using BotHost.TestKit.Talks;

namespace BotHost.Rendering.Tests;

/// <summary>Plain words are plain words wherever they stand, whatever they look like.</summary>
public sealed class EscapingTests(ITestOutputHelper output)
{
    private const int Cases = 10_000;

    [Fact]
    public void Plain_words_come_back_from_discord_as_they_were() => Campaign.Run(output, Cases, Draw, Smaller.Of, text =>
    {
        // A longer title would stand in the text, as a heading.
        var hasTitle = text.Length is > 0 and <= 100;
        var paragraph = new Block.Paragraph([new Inline.Text(text)]);
        var post = new Post
        {
            Lead = [new Inline.Text(text)],
            Body = hasTitle ? RichText.Of(new Block.Heading(1, [new Inline.Text(text)]), paragraph) : RichText.Of(paragraph),
        };
        if (!Visible.Any(text) || Rig.Shared.Discord.Render(post, CatalogueBuilder.DiscordChannel) is not RenderResult.Fits { Payloads: [var payload] })
        {
            return;
        }

        var message = new DiscordMessage(payload);
        var embed = Assert.Single(message.Embeds);
        string?[] places = hasTitle
            ? [message.Content, DiscordMessage.Text(embed, "title"), DiscordMessage.Text(embed, "description")]
            : [message.Content, DiscordMessage.Text(embed, "description")];
        foreach (var markup in places)
        {
            var seen = MarkdownReader.Read(markup ?? "");
            var difference = Comparison.Difference([Piece.Exactly(text)], seen.Visible);

            // An address may stand in angle brackets: they show nothing of themselves, and what was in the text shows in the comparison.
            var troubles = seen.Marks.Where(mark => mark != "address").Concat(seen.Links.Select(Hosts.Lie).OfType<string>()).ToList();
            Assert.True(troubles.Count == 0 && difference is null, $"«{Escaped.Of(text)}» is written «{Escaped.Of(markup)}»:\n{string.Join(", ", troubles)}\n{difference}");
        }
    });

    [Fact]
    public void Plain_words_come_back_from_telegram_as_they_were() => Campaign.Run(output, Cases, Draw, Smaller.Of, text =>
    {
        var post = new Post { Lead = [new Inline.Text("lead")], Body = RichText.Of(new Block.Paragraph([new Inline.Text(text)])) };
        if (!Visible.Any(text) || Rig.Shared.Telegram.Render(post, CatalogueBuilder.TelegramChannel) is not RenderResult.Fits { Payloads: [var payload] })
        {
            return;
        }

        var message = new TelegramMessage(payload);
        var difference = Comparison.Difference([Piece.Exactly("lead "), Piece.Exactly(text)], message.Text);
        var found = TelegramRules.Broken(message)
            .Concat(TelegramRules.Found(message).Select(name => $"it reaches {name}")).Concat(TelegramRules.InnerLinks(message)).ToList();

        Assert.True(difference is null, $"«{Escaped.Of(text)}» is written «{Escaped.Of(message.Text)}»:\n{difference}");
        Assert.True(found.Count == 0, $"«{Escaped.Of(text)}» is written «{Escaped.Of(message.Text)}»:\n{string.Join('\n', found)}");
        Assert.DoesNotContain(message.Entities, entity => entity.Type != "bold" || entity.End > "lead".Length);
    });

    // What the reader of config files has let through: no controls, no halves of characters.
    private static string Draw(int seed, int size)
    {
        var text = new StringBuilder();
        foreach (var rune in new HostileText(new Random(seed)).Any(size).EnumerateRunes())
        {
            text.Append(rune.Value is '\n' || (!Rune.IsControl(rune) && rune.Value is not (0x2028 or 0x2029)) ? rune.ToString() : " ");
        }

        return text.ToString();
    }
}
