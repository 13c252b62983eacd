using BotHost.Announcements.Delivery;
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
    /// <summary>Adds <see cref="IMarkdownReader"/> and <see cref="IPostComposer"/>; the templates are checked here, not when a post is due.</summary>
    public static IHostApplicationBuilder AddPosts(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.Services.AddSingleton<IMarkdownReader, MarkdigReader>();
        builder.Services.AddSingleton<IPostComposer>(new HandlebarsComposer(TemplateLibrary.BuiltIn()));
        return builder;
    }
}
