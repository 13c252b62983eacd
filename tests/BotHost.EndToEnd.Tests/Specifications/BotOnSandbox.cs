using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Composition;
using BotHost.Configuration;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.Rehearsal;
using BotHost.Sandbox;
using BotHost.Scheduling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotHost.EndToEnd.Tests.Specifications;

/// <summary>The whole bot with the sample series, in this process, on platforms that record what it asks of them.</summary>
internal sealed class BotOnSandbox : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly IHost _host;

    private BotOnSandbox(TemporaryFolder folder, SandboxServer server, IHost host)
    {
        _folder = folder;
        Server = server;
        _host = host;
    }

    public SandboxServer Server { get; }

    public SandboxRecord Record => Server.Record;

    public IChatPlatform Discord => _host.Services.GetServices<IChatPlatform>().Single(platform => platform.Id.Value == "discord");

    /// <summary>Starts it, and waits until both platforms have its commands.</summary>
    /// <param name="rehearsal">Where its clock starts and how fast it runs.</param>
    /// <param name="decorate">Puts something before the router of commands; null leaves it as it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<BotOnSandbox> StartAsync(
        RehearsalOptions rehearsal, Func<ICommandRouter, SandboxRecord, ICommandRouter>? decorate, CancellationToken cancellationToken)
    {
        using var room = Rooms.ReadingRoom();
        var reading = Catalogues.ReadFolder(room.Services, Repository.SampleConfig);
        var catalogue = reading?.Catalogue ?? throw new InvalidOperationException("The sample has errors.");
        var world = WorldOfCatalogue.Make(catalogue);
        var folder = new TemporaryFolder();
        var server = await SandboxServer.StartAsync(world, new SandboxOptions { DiscordFirstReply = TimeSpan.FromMinutes(1) }, TimeProvider.System, cancellationToken);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = world.Discord.Tokens[0],
            ["Discord:ApiBaseUrl"] = server.DiscordApiBaseUrl.ToString(),
            ["Telegram:Token"] = world.Telegram.Tokens[0],
            ["Telegram:ApiBaseUrl"] = server.TelegramApiBaseUrl.ToString(),
            ["Data:Directory"] = folder["data"],
        });
        builder.AddRooms(new DeliveryOptions());
        builder.AddScheduling(rehearsal);
        if (decorate is not null)
        {
            var router = builder.Services.Last(service => service.ServiceType == typeof(ICommandRouter)).ImplementationType!;
            builder.Services.AddSingleton(services => decorate((ICommandRouter)ActivatorUtilities.CreateInstance(services, router), server.Record));
        }

        var bot = new BotOnSandbox(folder, server, builder.Build());
        bot._host.Services.GetRequiredService<PictureStore>().Learn(reading);
        bot._host.Services.GetRequiredService<CatalogueStore>().Swap(catalogue);
        await bot._host.StartAsync(cancellationToken);

        // Discord gets one menu, Telegram three: for members, for administrators, for private chats.
        await bot.Record.WaitUntilAsync(entries => entries.Count(entry => entry.Kind == RecordKinds.CommandsSet) == 4, cancellationToken);
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
