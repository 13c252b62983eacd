using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Tests.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BotHost.Storage.Tests;

public sealed class StorageRegistrationTests : IAsyncDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2027, 3, 1, 12, 0);
    private readonly Stores _stores = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task The_ledger_and_the_notebook_share_one_file_in_the_data_directory()
    {
        var path = _stores.NewPath();
        using (var host = Host(("Data:Directory", Path.GetDirectoryName(path)!)))
        {
            await host.StartAsync(Cancellation);
            await host.Services.GetRequiredService<INotebook>().WriteAsync("room", "key", "value", Cancellation);
            await host.Services.GetRequiredService<ILedger>().OpenAsync(Noon, Cancellation);
            await host.StopAsync(Cancellation);
        }

        using var again = Host(("Storage:ConnectionString", $"Data Source={path}"));
        Assert.Equal("value", await again.Services.GetRequiredService<INotebook>().ReadAsync("room", "key", Cancellation));
        Assert.Equal(Noon, (await again.Services.GetRequiredService<ILedger>().OpenAsync(Noon + Duration.FromDays(1), Cancellation)).Born);
        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, "data")));
    }

    [Fact]
    public async Task A_disposed_host_leaves_no_holder_behind()
    {
        var path = _stores.NewPath();

        using (var host = Host(("Data:Directory", Path.GetDirectoryName(path)!)))
        {
            await host.Services.GetRequiredService<ILedger>().OpenAsync(Noon, Cancellation);
            Assert.True(File.Exists(path + ".holder"));
        }

        Assert.Equal(["bothost.db", "bothost.db.lock"], Directory.GetFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    /// <summary>Settings that are refused at start, and a word that the message must have.</summary>
    [Theory]
    [InlineData("Storage:Provider", "postgres", "knows 'sqlite' only")]
    [InlineData("Storage:Provider", "", "knows 'sqlite' only")]
    [InlineData("Storage:ConnectionString", "Host=db;Username=bot;Password=hunter2", "must name the file and nothing else")]
    [InlineData("Storage:ConnectionString", "Data Source=a.db;Password=hunter2", "must name the file and nothing else")]
    [InlineData("Storage:ConnectionString", "hunter2", "is not a connection string")]
    [InlineData("Storage:ConnectionString", "Data Source=:memory:", "would forget what was posted")]
    [InlineData("Storage:ConnectionString", "Data Source=file:hunter2?mode=memory", "would forget what was posted")]
    [InlineData("Data:Directory", " ", "Data__Directory is empty")]
    public async Task A_setting_that_would_not_mean_what_it_says_stops_the_start(string setting, string value, string expected)
    {
        using var host = Host((setting, value));

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancellation));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_provider_is_known_in_any_case()
    {
        using var host = Host(("Storage:Provider", "SQLite"), ("Data:Directory", Path.GetDirectoryName(_stores.NewPath())!));

        await host.StartAsync(Cancellation);

        await host.StopAsync(Cancellation);
    }

    private static IHost Host(params (string Key, string Value)[] settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.AddStorage();
        return builder.Build();
    }
}
