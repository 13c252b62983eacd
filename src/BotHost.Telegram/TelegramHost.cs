using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Telegram.BotApi;
using BotHost.Telegram.Updates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BotHost.Telegram;

/// <summary>The door of this room.</summary>
public static class TelegramHost
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Adds Telegram: its platform, its rules for the catalogue, and the service that fetches commands.</summary>
    /// <remarks>
    /// Reads the section <c>Telegram</c>. Posts with pictures ask the host for <c>IPictureStore</c>. The service asks it for <c>INotebook</c> and <c>ICommandRouter</c> when it starts;
    /// without a token nothing connects, and rendering and rules work all the same.
    /// </remarks>
    public static IHostApplicationBuilder AddTelegram(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<TelegramOptions>().Bind(builder.Configuration.GetSection(TelegramOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ServerTimes>();
        services.TryAddSingleton<Jitter>(_ => () => Random.Shared.NextDouble());

        services.AddSingleton(provider => BotToken.Of(provider.GetRequiredService<IOptions<TelegramOptions>>().Value));
        services.AddSingleton<BotStanding>();
        services.AddSingleton<RateGate>();
        services.AddSingleton<BotApiClient>();
        services.AddSingleton<PictureLoader>();
        services.AddSingleton<MessageSender>();
        services.AddSingleton<MessageEditor>();
        services.AddSingleton<MessagePinner>();
        services.AddSingleton<AdministratorLookup>();
        services.AddSingleton<PrivateChatLookup>();
        services.AddSingleton<ChatNames>();
        services.AddSingleton<ModeratorCheck>();
        services.AddSingleton<TelegramPlatform>();
        services.AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<TelegramPlatform>());
        services.AddSingleton<ICatalogueRule, TelegramChannelRule>();
        services.AddSingleton<ICatalogueRule, TelegramModeratorRule>();
        services.AddSingleton<ICatalogueRule, TelegramPictureRule>();

        services.AddSingleton<CommandMenu>();
        services.AddSingleton<ReplySender>();
        services.AddSingleton<CommandWorkers>();
        services.AddSingleton<MarkNotes>();
        services.AddSingleton<UpdateIntake>();
        services.AddSingleton<PollTroubles>();
        services.AddHostedService<PollingService>();

        AddClient(services, BotApiClient.SendingClient);
        AddClient(services, BotApiClient.PollingClient);
        return builder;
    }

    /// <summary>Each client has connections of its own, so that a long poll never stands in the way of a message.</summary>
    private static void AddClient(IServiceCollection services, string name) => services
        .AddHttpClient(name)
        .RemoveAllLoggers()
        .ConfigureHttpClient(client =>
        {
            // Every call carries a deadline of its own, on the injected clock.
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.MaxResponseContentBufferSize = 32 * 1024 * 1024;
        })
        .UseSocketsHttpHandler((handler, provider) =>
        {
            var baseUrl = new Uri(provider.GetRequiredService<IOptions<TelegramOptions>>().Value.ApiBaseUrl);
            handler.ConnectTimeout = ConnectTimeout;
            handler.PooledConnectionLifetime = ConnectionLifetime;
            handler.UseCookies = false;
            handler.AllowAutoRedirect = false;
            handler.UseProxy = !baseUrl.IsLoopback;

            // Traces would record the address, and the address holds the token.
            handler.ActivityHeadersPropagator = null;
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
}
