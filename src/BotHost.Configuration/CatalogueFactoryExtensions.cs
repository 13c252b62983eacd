using BotHost.Announcements.Talks;
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
    /// <see cref="CatalogueStore"/>, also as <see cref="ITalkSource"/>, and the <see cref="AcceptedConfig"/> in <c>Data:Directory</c>.
    /// </summary>
    public static IHostApplicationBuilder AddConfiguration(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<TalkOverrides>();
        builder.Services.AddSingleton<CatalogueReader>();
        builder.Services.AddSingleton<CatalogueStore>();
        builder.Services.AddSingleton<ITalkSource>(services => services.GetRequiredService<CatalogueStore>());
        builder.Services.AddSingleton(services =>
            new AcceptedConfig(services.GetRequiredService<IConfiguration>()[DataDirectory] ?? DefaultDataDirectory));
        return builder;
    }
}
