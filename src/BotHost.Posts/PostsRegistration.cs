using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Posts.Composing;
using BotHost.Posts.Reading;
using BotHost.Posts.Templates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotHost.Posts;

/// <summary>The door of the room that makes posts.</summary>
public static class PostsRegistration
{
    /// <summary>
    /// Adds <see cref="IMarkdownReader"/>, <see cref="IPostComposer"/>, <see cref="ITemplateSources"/> and the rule for templates. The built-in
    /// templates are checked here and the organiser's by the rule, not when a post is due.
    /// </summary>
    public static IHostApplicationBuilder AddPosts(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.Services.AddSingleton<IMarkdownReader, MarkdigReader>();
        var library = TemplateLibrary.BuiltIn();
        builder.Services.AddSingleton<IPostComposer>(new CatalogueComposer(library));
        builder.Services.AddSingleton<ITemplateSources>(new TemplateSources(library));
        builder.Services.AddSingleton<ICatalogueRule>(new TemplateRule(library));
        return builder;
    }
}
