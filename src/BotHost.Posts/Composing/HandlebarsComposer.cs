using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Composing;
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
        var kind = step.Template ?? step.Kind;
        var template = set.For(kind);
        var slots = new Slots();
        var views = ViewsOf(catalogue, talk, channel);
        var only = OnlyLine.Of(views[0], set.Language);
        var others = OthersOf(views, kind, now, detail.Others, only);
        var otherMark = others.IsEmpty ? null : slots.Hold(others);
        var model = new TalkModel(views[0], kind, now, detail.Leading, set.Language, slots)
        {
            Only = only,
            OtherLanguages = otherMark,
            Passages = detail.Passages,
            Zones = channel.Zones,
        }.Build();
        return new Post
        {
            Lead = OneLine(MarkdigReader.Parse(template.Lead(model), slots)),
            Body = MarkdigReader.Parse(WithOthers(template.Body(model), otherMark), slots),
            Buttons = Buttons.Of(views[0].Talk, kind, now, set.JoinLabel),
            Mention = step.Mentions ? channel.Mention : null,
            Silent = channel.Silent,
            Picture = Shown.Poster(talk, kind),
            Photos = Shown.Photos(views[0], kind),
            LinkPreview = channel.LinkPreview ? Shown.Preview(talk, kind, now) : null,
            Handles = Shown.Handles(views[0], channel.Platform),
            MaySplit = detail.MaySplit,
        };
    }

    public Post ComposeDigest(TalkCatalogue catalogue, Series series, IReadOnlyList<PublicTalk> talks, int more, Channel channel, bool mentions)
    {
        var set = library.For(channel.Languages);
        var template = set.For(StepKind.Digest);
        var slots = new Slots();
        var model = new DigestModel(channel.Languages is [var leading, ..] ? leading : set.Language, set.Language, slots).Build(series, talks, more);
        return new Post
        {
            Lead = OneLine(MarkdigReader.Parse(template.Lead(model), slots)),
            Body = MarkdigReader.Parse(template.Body(model), slots).Then(OtherDigests(series, talks, more, channel, set)),
            Mention = mentions ? channel.Mention : null,
            Silent = channel.Silent,
        };
    }

    /// <summary>The same look ahead below, once in each further language that the talks know.</summary>
    private RichText OtherDigests(Series series, IReadOnlyList<PublicTalk> talks, int more, Channel channel, TemplateSet leading)
    {
        var text = RichText.Empty;
        var told = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { leading.Language };
        foreach (var reader in channel.Languages.Skip(1))
        {
            if (library.Find(reader) is not { } set || !told.Add(set.Language) || !talks.Any(talk => IsKnownIn(talk.Talk, reader)))
            {
                continue;
            }

            var slots = new Slots();
            var model = new DigestModel(reader, set.Language, slots).Build(series, talks, more);
            var block = MarkdigReader.Parse(set.For(StepKind.Digest).Body(model), slots);
            text = text.Then(new RichText([.. block.Blocks.Select(part => part is Block.Heading { Level: 1 } heading ? heading with { Level = 2 } : part)]));
        }

        return text;
    }

    private static bool IsKnownIn(Talk talk, string reader) => LanguageTags.Serves(talk.Language, reader) || talk.Translations.For(reader) is not null;

    private static List<TalkInLanguage> ViewsOf(TalkCatalogue catalogue, Talk talk, Channel channel)
    {
        var languages = channel.Languages.IsDefaultOrEmpty ? [talk.Language] : channel.Languages;
        return [.. languages.Distinct(StringComparer.OrdinalIgnoreCase).Select(language => TalkInLanguage.Of(catalogue, talk, language))];
    }

    /// <summary>One block below the other for every further language that has something of its own to tell.</summary>
    private RichText OthersOf(List<TalkInLanguage> views, StepKind kind, Instant now, Rung rung, string? told)
    {
        var text = RichText.Empty;
        for (var index = 1; index < views.Count && rung != Rung.Gone; index++)
        {
            var only = OnlyLine.Below(views, index, kind, told);
            if ((only is null ? OtherLanguage.Of(views, index, rung) : OtherLanguage.None(views[index])) is { } view)
            {
                var block = OtherOf(view, kind, now, rung, only);
                text = block.Blocks.Length > 1 ? text.Then(block) : text;
            }
        }

        return text;
    }

    private RichText OtherOf(TalkInLanguage view, StepKind kind, Instant now, Rung rung, string? only)
    {
        var set = library.For([view.Reader]);
        var slots = new Slots();
        var model = new TalkModel(view, kind, now, rung, set.Language, slots) { Only = only }.Build();
        // Sentences in the words of a third language would help nobody.
        var template = library.Find(view.Reader) is null ? set.For(StepKind.Announcement) : set.For(kind);
        var block = MarkdigReader.Parse(template.Second(model), slots);
        // Only the built-in templates say it for sure.
        return only is null || PlainText.Of(block, set.Language).Contains(only, StringComparison.Ordinal) ? block : block.Then(RichText.Plain(only));
    }

    /// <summary>A template that does not say where the other languages stand has them at its end.</summary>
    private static string WithOthers(string body, string? mark) =>
        mark is null || body.Contains(mark, StringComparison.Ordinal) ? body : $"{body}\n\n{mark}";

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
