using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Commands;

/// <summary>Collects the blocks of an answer.</summary>
internal sealed class Page
{
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();

    public static ImmutableArray<Inline> Words(string text) => [new Inline.Text(text)];

    /// <summary>The bot's own words, with commands that can be tapped where the platform has that; what is filled in as text stays plain text.</summary>
    public static ImmutableArray<Inline> Own(OwnWords words) => words.Build();

    /// <summary>One paragraph of the bot's own words.</summary>
    public static RichText Say(OwnWords words) => RichText.Of(new Block.Paragraph(words.Build()));

    public static Inline Strong(string text) => new Inline.Styled(TextStyle.Strong, Words(text));

    public static Inline Link(Uri url, string text) => new Inline.Link(url, Words(text));

    public Page Heading(string text)
    {
        _blocks.Add(new Block.Heading(3, Words(text)));
        return this;
    }

    public Page Paragraph(params ImmutableArray<Inline> content)
    {
        _blocks.Add(new Block.Paragraph(content));
        return this;
    }

    public Page Paragraph(string text) => Paragraph(Words(text));

    /// <summary>One paragraph, a line each; nothing where there are no lines.</summary>
    public Page Lines(IEnumerable<ImmutableArray<Inline>> lines)
    {
        var content = ImmutableArray.CreateBuilder<Inline>();
        foreach (var line in lines)
        {
            if (content.Count > 0)
            {
                content.Add(new Inline.LineBreak());
            }

            content.AddRange(line);
        }

        return content.Count == 0 ? this : Paragraph(content.ToImmutable());
    }

    /// <summary>Nothing where there are no items.</summary>
    public Page Bullets(IEnumerable<ImmutableArray<Inline>> items)
    {
        var blocks = items.Select(item => ImmutableArray.Create<Block>(new Block.Paragraph(item))).ToImmutableArray();
        if (!blocks.IsEmpty)
        {
            _blocks.Add(new Block.List(null, blocks));
        }

        return this;
    }

    public Page Then(RichText text)
    {
        _blocks.AddRange(text.Blocks);
        return this;
    }

    public RichText Build() => new(_blocks.ToImmutable());
}
