using BotHost.Announcements.Delivery;
using BotHost.Composition;
using BotHost.Configuration;
using BotHost.EndToEnd.Tests.Commands;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.Sandbox;
using BotHost.Scheduling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotHost.EndToEnd.Tests.Corrections;

/// <summary>
/// Both platforms, and a config with one talk that is announced on 30 December 2026 without a date; the bot runs in this process
/// or in its own. The campaign clock goes on only from one due instant to the next.
/// </summary>
internal sealed class CorrectionStage : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SandboxServer _platforms;
    private readonly string _config;
    private IHost? _bot;

    private CorrectionStage(SandboxServer platforms)
    {
        _platforms = platforms;
        _config = _folder.CopyOfSample();
        foreach (var talk in Directory.EnumerateFiles(Path.Combine(_config, "talks")))
        {
            File.Delete(talk);
        }

        WriteTalk("TBA");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<CorrectionStage> OpenAsync() =>
        new(await SandboxServer.StartAsync(WireWorld.Make(), WireWorld.Patient, TimeProvider.System, Cancel));

    public void WriteTalk(string start, string more = "") => File.WriteAllText(Path.Combine(_config, "talks", "asian-talk-201.yaml"), $"""
        id: asian-talk-201
        series: asian-talk
        number: 201
        title: Rivers and Roads
        summary: A talk of the tests.
        announce: 2026-12-30 10:00
        start: {start}
        status: confirmed
        {more}
        """);

    public void SpeakJapaneseToo()
    {
        var file = Path.Combine(_config, "bothost.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("  - id: discord-announcements\n", "  - id: discord-announcements\n    languages: [en, ja]\n", StringComparison.Ordinal));
    }

    /// <summary>The bot that <c>run</c> composes, in this process.</summary>
    public async Task StartAsync()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(Settings().Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value)));
        builder.AddRooms(new DeliveryOptions());
        builder.AddScheduling();
        _bot = builder.Build();
        Reload();
        await _bot.StartAsync(Cancel);
    }

    /// <summary>Puts what the files say now in force.</summary>
    public void Reload()
    {
        var services = _bot!.Services;
        services.GetRequiredService<CatalogueStore>().Swap(services.GetRequiredService<CatalogueReader>().Read(_config).Catalogue!);
    }

    /// <summary>The real <c>run</c> in a process of its own.</summary>
    public BotProcess Run() => BotProcess.Start(_folder.Path, Settings(), "run", "--config", _config);

    public SandboxRecord Record => _platforms.Record;

    /// <summary>Kills the process at its next edit: before the platform has made it, or after, with not a byte of the answer gone.</summary>
    public void KillAtEdit(BotProcess bot, string route, FaultPhase phase) =>
        _platforms.AddFaults(new SandboxFault { Route = route, Phase = phase, Action = new FaultAction { KillPid = bot.Id } });

    public Task<IReadOnlyList<RecordEntry>> UntilAsync(Func<IReadOnlyList<RecordEntry>, bool> fit) => _platforms.Record.WaitUntilAsync(fit, Cancel).InTime();

    public IReadOnlyList<RecordEntry> OfKind(string kind) => _platforms.Record.OfKind(kind);

    public async ValueTask DisposeAsync()
    {
        if (_bot is { } bot)
        {
            await bot.StopAsync(CancellationToken.None);
            bot.Dispose();
        }

        await _platforms.DisposeAsync();
        _folder.Dispose();
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["Discord__Token"] = WireWorld.DiscordToken,
        ["Discord__ApiBaseUrl"] = _platforms.DiscordApiBaseUrl.ToString(),
        ["Telegram__Token"] = WireWorld.TelegramToken,
        ["Telegram__ApiBaseUrl"] = _platforms.TelegramApiBaseUrl.ToString(),
        ["Data__Directory"] = _folder["data"],
        ["Clock__Start"] = "2026-12-30T00:59:00Z",
        ["Clock__Pace"] = "0.05",
    };
}
