using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.Discord;
using BotHost.Posts;
using BotHost.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotHost.Rendering.Tests;

/// <summary>The rooms that make posts, opened through their doors; nothing is started and nothing connects.</summary>
internal sealed class Rig
{
    private Rig(IServiceProvider services)
    {
        Reader = services.GetRequiredService<IMarkdownReader>();
        Ladder = new FitLadder(services.GetRequiredService<IPostComposer>());
        Discord = services.GetServices<IChatPlatform>().Single(platform => platform.Id.Value == "discord");
        Telegram = services.GetServices<IChatPlatform>().Single(platform => platform.Id.Value == "telegram");
    }

    public static Rig Shared { get; } = Open();

    public IMarkdownReader Reader { get; }

    public FitLadder Ladder { get; }

    public IChatPlatform Discord { get; }

    public IChatPlatform Telegram { get; }

    private static Rig Open()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<IPictureStore, NoPictures>();
        builder.AddPosts();
        builder.AddDiscord();
        builder.AddTelegram();
        return new Rig(builder.Build().Services);
    }

    private sealed class NoPictures : IPictureStore
    {
        public ValueTask<byte[]?> ReadAsync(string hash, CancellationToken cancellationToken) => new((byte[]?)null);
    }
}
