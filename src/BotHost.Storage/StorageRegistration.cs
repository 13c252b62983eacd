using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Archive;
using BotHost.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotHost.Storage;

/// <summary>The door of this room.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Adds the <see cref="ILedger"/>, the <see cref="INotebook"/>, the <see cref="ILedgerPeek"/> and the <see cref="ILedgerArchive"/>, all on one SQLite file.
    /// </summary>
    /// <remarks>
    /// Settings: <c>Storage:Provider</c> (default <c>sqlite</c>), <c>Storage:ConnectionString</c> (default none), <c>Data:Directory</c> (default <c>data</c>,
    /// relative to the current directory). Nothing is opened or created before the first use; what the settings lack is said when the host starts.
    /// The host's disposal finishes what is queued and frees the file.
    /// </remarks>
    public static IHostApplicationBuilder AddStorage(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        var services = builder.Services;
        services.AddOptions<DataOptions>().BindConfiguration(DataOptions.Section);
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsCheck>();
        services.AddSingleton(provider => DatabaseFile.At(StorageOptionsCheck.PathOf(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value,
            provider.GetRequiredService<IOptions<DataOptions>>().Value)));
        services.AddSingleton(provider => new SqliteDatabase(
            provider.GetRequiredService<DatabaseFile>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SqliteDatabase>>()));
        services.AddSingleton<ILedger, SqliteLedger>();
        services.AddSingleton<ILedgerPeek, SqlitePeek>();
        services.AddSingleton<ILedgerArchive, SqliteArchive>();
        services.AddSingleton<INotebook, SqliteNotebook>();
        return builder;
    }
}
