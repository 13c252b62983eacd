using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Posts.Reading;
using BotHost.Posts.Templates;
using NodaTime;

namespace BotHost.Posts.Composing;

/// <summary>Talk and template to Markdown, Markdown to rich text.</summary>
/// <remarks>Plain values enter escaped. Texts and times never pass through Markdown: marks hold their places until it is read.</remarks>
internal sealed class HandlebarsComposer(TemplateLibrary library) : IPostComposer
{
    public Post Compose(TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Instant now, PostDetail detail)
    {
        var set = library.For(channel.Languages);
        var template = set.For(step.Kind);
        var slots = new Slots();
        var model = new TalkModel(catalogue, step.Kind, now, detail, set.Language, slots).Build(talk);
        return new Post
        {
            Lead = OneLine(MarkdigReader.Parse(template.Lead(model), slots)),
            Body = MarkdigReader.Parse(template.Body(model), slots),
            Buttons = Buttons.Of(talk, step.Kind, now, set.JoinLabel),
            Mention = step.Mentions ? channel.Mention : null,
            Silent = channel.Silent,
        };
    }

    public Post ComposeDigest(Series series, IReadOnlyList<PublicTalk> talks, int more, Channel channel, bool mentions)
    {
        var set = library.For(channel.Languages);
        var template = set.For(StepKind.Digest);
        var slots = new Slots();
        var model = new DigestModel(set.Language, slots).Build(series, talks, more);
        return new Post
        {
            Lead = OneLine(MarkdigReader.Parse(template.Lead(model), slots)),
            Body = MarkdigReader.Parse(template.Body(model), slots),
            Mention = mentions ? channel.Mention : null,
            Silent = channel.Silent,
        };
    }

    private static ImmutableArray<Inline> OneLine(RichText lead)
    {
        var run = new InlineRun();
        foreach (var inline in lead.Blocks.OfType<Block.Paragraph>().SelectMany(paragraph => paragraph.Content))
        {
            run.Add(inline is Inline.LineBreak ? new Inline.Text(" ") : inline);
        }

        return run.ToImmutable();
    }
}
