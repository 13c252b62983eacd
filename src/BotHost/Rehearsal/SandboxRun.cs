using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Talks;
using BotHost.CommandLine;
using BotHost.Composition;
using BotHost.Configuration;
using BotHost.Sandbox;
using BotHost.Scheduling;
using NodaTime;

namespace BotHost.Rehearsal;

/// <summary>The real bot, with its own storage, on platforms of this machine and a clock that hurries from post to post.</summary>
internal static class SandboxRun
{
    private static readonly string DataDirectory = Path.Combine("data", "sandbox");

    public static async Task<int> RunAsync(RehearsalRequest request, CancellationToken cancellationToken)
    {
        using var room = Rooms.ReadingRoom();
        var directory = request.ConfigDirectory ?? Settings.DefaultConfigDirectory;
        if (Catalogues.ReadFolder(room.Services, directory) is not { Catalogue: { } catalogue } reading)
        {
            return ExitCode.Findings;
        }

        var planned = StartOf(catalogue);
        if (planned is null)
        {
            Console.Out.WriteLine("Nothing is planned in this config, so only commands can be tried: `bothost plan` shows what each talk waits for.");
        }

        var start = planned ?? room.Services.GetRequiredService<IClock>().GetCurrentInstant();
        using var hold = SandboxLock.TryTake(DataDirectory);
        if (hold is null)
        {
            return Terminal.Fail($"Another sandbox plays in {Path.GetFullPath(DataDirectory)}: end it first, or start this one in another folder.");
        }

        var clockFile = new RehearsalBookmark(DataDirectory);
        if (!request.Keep && Directory.Exists(DataDirectory))
        {
            Directory.Delete(DataDirectory, recursive: true);
        }

        Directory.CreateDirectory(DataDirectory);
        var world = WorldOfCatalogue.Make(catalogue);
        RehearsalClock? clock = null;
        CatalogueStore? store = null;
        var options = new SandboxOptions
        {
            Port = SandboxPort.Choose(request.Port),
            RecordFile = request.RecordFile,
            CampaignTime = () => (clock?.GetCurrentInstant() ?? start).ToDateTimeOffset(),
            Status = () => StatusOf(store?.Current ?? catalogue, clock, start),
        };
        await using var server = await SandboxServer.StartAsync(world, options, TimeProvider.System, cancellationToken);
        using var host = Compose(server, world, new RehearsalOptions { Start = (request.Keep ? clockFile.Read() : null) ?? start, Speed = request.Speed });
        clock = host.Services.GetRequiredService<RehearsalClock>();
        // Edits are taken while it plays, so the page asks for the catalogue that is in force.
        var inForce = host.Services.GetRequiredService<CatalogueStore>();
        inForce.Swap(catalogue);
        store = inForce;
        Console.Out.WriteLine($"Open {server.PageUrl} to watch {catalogue.Community.Name} being announced. Nothing leaves this machine; Ctrl+C ends.");
        var exitCode = await HostRun.RunAsync(host, new StartingConfig(directory, reading, reading), Console.Error, cancellationToken);
        clockFile.Write(clock.GetCurrentInstant());
        return exitCode;
    }

    private static Instant? StartOf(TalkCatalogue catalogue) =>
        CampaignPlanner.NextInstants(catalogue, Instant.MinValue, Duration.Zero) is [var first, ..] ? first - Duration.FromHours(1) : null;

    // Settings come from here alone: a token, a base URL or a database of the environment must not reach a rehearsal.
    private static IHost Compose(SandboxServer server, SandboxWorld world, RehearsalOptions rehearsal)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = world.Discord.Tokens[0],
            ["Discord:ApiBaseUrl"] = server.DiscordApiBaseUrl.ToString(),
            ["Telegram:Token"] = world.Telegram.Tokens[0],
            ["Telegram:ApiBaseUrl"] = server.TelegramApiBaseUrl.ToString(),
            ["Data:Directory"] = DataDirectory,
            ["Logging:LogLevel:Default"] = "Information",
            ["Logging:LogLevel:Microsoft"] = "Warning",
        });
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.AddRooms(new DeliveryOptions());
        builder.AddScheduling(rehearsal);
        return builder.Build();
    }

    private static SandboxStatus StatusOf(TalkCatalogue catalogue, RehearsalClock? clock, Instant start)
    {
        var now = clock?.GetCurrentInstant() ?? start;
        var next = CampaignPlanner.NextInstants(catalogue, now, Duration.Zero) is [var instant, ..] ? instant : (Instant?)null;
        var coming = next is null ? [] : CampaignPlanner.Plan(catalogue, next.Value, next.Value).ToList();
        return new SandboxStatus
        {
            CampaignTime = now.ToDateTimeOffset(),
            Zone = catalogue.Community.Zone.Id,
            Speed = clock?.Speed,
            Next = coming is [var first, ..] ? $"{first.Step.Id} of {first.Talk.Id}" : null,
            NextAt = next?.ToDateTimeOffset(),
            Finished = clock is { Finished: true },
        };
    }
}
