using System.Globalization;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>
/// The real <c>run</c> against platforms in another process, killed again and again while it plays the sample series;
/// the platforms go on living and remember what they received.
/// </summary>
internal sealed class CrashCampaign : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly BotProcess _platforms;
    private readonly SandboxRecordClient _record;
    private readonly Dictionary<string, string> _settings;

    private CrashCampaign(TemporaryFolder folder, BotProcess platforms, SandboxRecordClient record, Dictionary<string, string> settings)
    {
        _folder = folder;
        _platforms = platforms;
        _record = record;
        _settings = settings;
    }

    public static async Task<CrashCampaign> StartAsync(CancellationToken cancellationToken)
    {
        var folder = new TemporaryFolder();
        MoreTalks.AddTo(folder.CopyOfSample());
        var platforms = BotProcess.Start(folder.Path, null, "sandbox", "--platforms-only", "--config", "config");
        await platforms.LineAsync(line => line == "Ready", cancellationToken);
        var printed = platforms.Output.Split('\n').Where(line => line.Contains('=', StringComparison.Ordinal))
            .ToDictionary(line => line[..line.IndexOf('=', StringComparison.Ordinal)], line => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var record = new SandboxRecordClient(new Uri(printed["Page"]));
        printed.Remove("Page");
        printed["Clock__Start"] = "2026-12-30T00:59:00Z";
        printed["Clock__Pace"] = "0.05";
        printed["Logging__LogLevel__BotHost"] = "Debug";
        return new CrashCampaign(folder, platforms, record, printed);
    }

    /// <summary>Starts the bot and kills it at the n-th message of this start, in the given window.</summary>
    public async Task KillAtAsync(KillWindow window, string platform, int nth, CancellationToken cancellationToken)
    {
        await using var bot = StartBot();
        if (window is KillWindow.Compose)
        {
            await bot.LineAsync(line => line.Contains("Composed step|", StringComparison.Ordinal) && line.Contains(platform, StringComparison.Ordinal), cancellationToken);
            await bot.KillAsync(cancellationToken);
            return;
        }

        var phase = window switch
        {
            KillWindow.Claim => "before-accept",
            KillWindow.Send => "after-accept",
            _ => "after-answer",
        };
        var route = platform == "discord" ? "create-message" : "sendMessage";
        await _record.AddFaultAsync(new { platform, route, nth, phase, action = new { killPid = bot.Id } }, cancellationToken);
        await bot.ExitCodeAsync(cancellationToken);
    }

    /// <summary>Starts the bot once more and lets it play to the end.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await using var bot = StartBot();
        await bot.LineAsync(line => line.Contains("Nothing more is planned", StringComparison.Ordinal), cancellationToken);
        Assert.Equal(0, await bot.TerminateAsync(cancellationToken));
    }

    /// <summary>What the platforms hold, by talk, step and channel.</summary>
    public async Task<IReadOnlyList<string>> MessagesAsync(CancellationToken cancellationToken) =>
        [.. (await _record.MessagesAsync(cancellationToken)).Select(MoreTalks.NameOf)];

    public async Task<int> DiscardedRepeatsAsync(CancellationToken cancellationToken) =>
        (await _record.ReadAsync(cancellationToken)).Count(entry => entry.Kind == RecordKinds.DuplicateSuppressed);

    /// <summary>What <c>plan</c> lists as unknown, in the words of the table.</summary>
    public async Task<IReadOnlyList<string>> UnknownAsync(CancellationToken cancellationToken) =>
        [.. (await PlanAsync(cancellationToken)).Where(line => line.Word.StartsWith("unknown", StringComparison.Ordinal)).Select(line => line.Name)];

    public async ValueTask DisposeAsync()
    {
        _record.Dispose();
        await _platforms.DisposeAsync();
        _folder.Dispose();
    }

    public async Task<IReadOnlyList<(string Name, string Word)>> PlanAsync(CancellationToken cancellationToken)
    {
        await using var plan = BotProcess.Start(_folder.Path, null, "plan", "--past", "--config", "config");
        Assert.Equal(0, await plan.ExitCodeAsync(cancellationToken));
        return
        [
            .. plan.Output.Split('\n')
                .Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .Where(columns => columns.Length == 6 && columns[0] != "-")
                .Select(columns => ($"{columns[2]} {columns[3]} {AddressOf(columns[4])}", columns[5])),
        ];
    }

    private static string AddressOf(string channel) => channel switch
    {
        "discord-announcements" => $"discord:{Sample.DiscordChannel}",
        "telegram-announcements" => $"telegram:{Sample.TelegramChat}",
        _ => string.Create(CultureInfo.InvariantCulture, $"stranger: {channel}"),
    };

    private BotProcess StartBot() => BotProcess.Start(_folder.Path, _settings, "run", "--config", "config");
}
