using BotHost.Announcements;
using BotHost.Announcements.Delivery;
using BotHost.Configuration;
using BotHost.Discord;
using BotHost.Posts;
using BotHost.Scheduling;
using BotHost.Storage;
using BotHost.Telegram;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BotHost.Composition;

/// <summary>Opens every room's door, in the order in which they start.</summary>
internal static class Rooms
{
    private static readonly string[] SectionsForReaders = ["Data", "Storage"];

    public static IHostApplicationBuilder AddRooms(this IHostApplicationBuilder builder, DeliveryOptions delivery)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddConfiguration();
        builder.AddPosts();
        builder.AddStorage();
        builder.AddAnnouncements(delivery);
        builder.AddDiscord();
        builder.AddTelegram();
        builder.AddConfigWatch();
        return builder;
    }

    /// <summary>A host that only reads: it is never started, and of the environment it gets what it is given.</summary>
    public static IHost ReadingRoom(IConfiguration? settings = null)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(
            SectionsForReaders.SelectMany(section => settings?.GetSection(section).AsEnumerable() ?? []));
        builder.AddRooms(new DeliveryOptions());
        builder.AddScheduling();
        return builder.Build();
    }
}
