using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Posts.Templates;
using NodaTime;

namespace BotHost.Posts.Composing;

/// <summary>Composes every post with the templates of its own catalogue: while a config is being read, two are in use at once.</summary>
/// <param name="builtIn">What the organiser's templates are laid over.</param>
internal sealed class CatalogueComposer(TemplateLibrary builtIn) : IPostComposer
{
    public Post Compose(TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Instant now, PostDetail detail) =>
        For(catalogue).Compose(catalogue, talk, step, channel, now, detail);

    public Post ComposeDigest(TalkCatalogue catalogue, Series series, IReadOnlyList<PublicTalk> talks, int more, Channel channel, bool mentions) =>
        For(catalogue).ComposeDigest(catalogue, series, talks, more, channel, mentions);

    private HandlebarsComposer For(TalkCatalogue catalogue) => new(builtIn.Of(catalogue));
}
