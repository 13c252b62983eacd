using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Watching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotHost.Configuration;

/// <summary>The door of this room.</summary>
public static class CatalogueFactoryExtensions
{
    private const string DataDirectory = "Data:Directory";
    private const string DefaultDataDirectory = "data";

    /// <summary>
    /// Adds the <see cref="CatalogueReader"/> (which asks for a Markdown reader and every <see cref="ICatalogueRule"/>), the
    /// <see cref="CatalogueStore"/>, also as <see cref="ITalkSource"/>, the <see cref="AcceptedConfig"/> in <c>Data:Directory</c>, and
    /// the <see cref="PictureStore"/>, which finds pictures there and in the config folder.
    /// </summary>
    public static IHostApplicationBuilder AddConfiguration(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<TalkOverrides>();
        builder.Services.AddSingleton<CatalogueReader>();
        builder.Services.AddSingleton<CatalogueStore>();
        builder.Services.AddSingleton(services => new PictureStore(DataDirectoryOf(services)));
        builder.Services.AddSingleton<IPictureStore>(services => services.GetRequiredService<PictureStore>());
        builder.Services.AddSingleton<ITalkSource>(services => services.GetRequiredService<CatalogueStore>());
        builder.Services.AddSingleton(services => new AcceptedConfig(DataDirectoryOf(services), services.GetService<TimeProvider>()));
        return builder;
    }

    /// <summary>Adds the <see cref="ConfigWatcher"/>, which takes edits while the bot runs once it was told where to <see cref="ConfigWatcher.Begin">begin</see>.</summary>
    /// <remarks>
    /// Called after the heart's door: it tells the moderators through an <see cref="IConfigReports"/>, whose ledger must be open by then.
    /// Whoever calls registers a <see cref="TimeProvider"/>, the machine's clock.
    /// </remarks>
    public static IHostApplicationBuilder AddConfigWatch(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<ConfigWatcher>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ConfigWatcher>());
        return builder;
    }

    private static string DataDirectoryOf(IServiceProvider services) => services.GetRequiredService<IConfiguration>()[DataDirectory] ?? DefaultDataDirectory;
}
