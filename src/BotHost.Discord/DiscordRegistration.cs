using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Discord.Events;
using BotHost.Discord.Gateway;
using BotHost.Discord.History;
using BotHost.Discord.Interactions;
using BotHost.Discord.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BotHost.Discord;

/// <summary>The door of the Discord room.</summary>
public static class DiscordRegistration
{
    /// <summary>Adds Discord as a chat platform, with the rules of its addresses and the service that stays connected.</summary>
    /// <remarks>
    /// Settings: <c>Discord__Token</c> or <c>Discord__TokenFile</c> (none: nothing connects, rendering still works) and <c>Discord__ApiBaseUrl</c>.
    /// The host must add an <see cref="Announcements.Commands.ICommandRouter"/>, an <see cref="Announcements.Delivery.Ledgers.INotebook"/> and an <see cref="IPictureStore"/> before it starts.
    /// </remarks>
    public static IHostApplicationBuilder AddDiscord(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<DiscordOptions>().Bind(builder.Configuration.GetSection(DiscordOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Jitter>(_ => Random.Shared.NextDouble);
        services.AddSingleton(provider => DiscordToken.From(provider.GetRequiredService<IOptions<DiscordOptions>>().Value));

        AddRest(services);

        services.AddSingleton<DiscordPlatform>();
        services.AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<DiscordPlatform>());
        services.AddSingleton<ICatalogueRule, DiscordChannelRule>();
        services.AddSingleton<ICatalogueRule, DiscordPictureRule>();
        services.AddSingleton<ICatalogueRule, DiscordModeratorRule>();

        services.AddSingleton<InteractionWire>();
        services.AddSingleton<InteractionHandler>();
        services.AddSingleton<CommandSync>();
        services.AddSingleton<GatewayDirectory>();
        services.AddSingleton<IdentifyGate>();
        services.AddSingleton<GatewayInbox>();
        services.AddHostedService<GatewayService>();
        return builder;
    }

    private static void AddRest(IServiceCollection services)
    {
        services.TryAddSingleton<ServerTimes>();
        services.AddSingleton<RateGate>();
        services.AddSingleton<DiscordClient>();
        services.AddSingleton<AttachedPictures>();
        services.AddSingleton<PrivateChats>();
        services.AddSingleton<Questions>();
        services.AddSingleton<BotAccount>();
        services.AddSingleton<HistoryRights>();
        services.AddSingleton<MessageHistory>();
        services.AddSingleton<EventWire>();
        services.AddSingleton<GuildOfChannel>();
        services.AddSingleton<GuildEvents>();

        // The factory's loggers print paths, and the paths of interactions hold their tokens.
        services.AddHttpClient(DiscordClient.HttpClientName)
            .ConfigureHttpClient(client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.UserAgent.ParseAdd(HttpTransport.UserAgent);
            })
            .ConfigurePrimaryHttpMessageHandler(provider => HttpTransport.CreateHandler(
                new Uri(provider.GetRequiredService<IOptions<DiscordOptions>>().Value.ApiBaseUrl), provider.GetRequiredService<TimeProvider>()))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
    }
}
