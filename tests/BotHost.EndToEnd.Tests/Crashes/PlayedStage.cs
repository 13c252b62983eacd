using BotHost.EndToEnd.Tests.Processes;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>The forty channels on platforms in a process of their own, which live on and remember whatever becomes of the bot.</summary>
internal sealed class PlayedStage : IAsyncDisposable
{
    /// <summary>Machine seconds from one due instant to the next.</summary>
    private const string Pace = "0.05";

    /// <summary>The bot that is played with; <c>BOTHOST_EXECUTABLE</c> names another one, for a look at whether a fault of its would be found.</summary>
    private static readonly string UnderTest = Environment.GetEnvironmentVariable("BOTHOST_EXECUTABLE") ?? Repository.Executable;

    private readonly TemporaryFolder _folder;
    private readonly BotProcess _platforms;
    private readonly Dictionary<string, string> _settings;

    private PlayedStage(TemporaryFolder folder, BotProcess platforms, Dictionary<string, string> printed)
    {
        _folder = folder;
        _platforms = platforms;
        Record = new SandboxRecordClient(new Uri(printed["Page"]));
        _settings = new Dictionary<string, string>(printed.Where(line => line.Key.Contains("__", StringComparison.Ordinal)))
        {
            ["Clock__Pace"] = Pace,
        };
    }

    public SandboxRecordClient Record { get; }

    /// <summary>Where the bot keeps its ledger.</summary>
    public string DataDirectory => _folder["data"];

    public static async Task<PlayedStage> StartAsync(CancellationToken cancellationToken)
    {
        var folder = new TemporaryFolder();
        FortyChannels.Write(folder["config"]);
        var platforms = BotProcess.Start(folder.Path, null, "sandbox", "--platforms-only", "--port", "0", "--start", PlayedTalks.Beginning, "--config", "config");
        await platforms.LineAsync(line => line == "Ready", cancellationToken);
        var printed = platforms.Output.Split('\n').Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0], parts => parts[1]);
        return new PlayedStage(folder, platforms, printed);
    }

    /// <summary>Starts the bot with its campaign clock at an instant in UTC.</summary>
    public BotProcess StartBot(string campaignTime, params IEnumerable<(string Name, string Value)> further)
    {
        var settings = new Dictionary<string, string>(_settings) { ["Clock__Start"] = campaignTime };
        foreach (var (name, value) in further)
        {
            settings[name] = value;
        }

        return BotProcess.Start("dotnet", _folder.Path, settings, [UnderTest, "run", "--config", "config"]);
    }

    /// <summary>Starts the bot and lets it play until nothing more is planned.</summary>
    public async Task<string> PlayToTheEndAsync(string campaignTime, CancellationToken cancellationToken)
    {
        await using var bot = StartBot(campaignTime);
        await bot.LineAsync(line => line.Contains("Nothing more is planned", StringComparison.Ordinal), cancellationToken);
        Assert.Equal(0, await bot.TerminateAsync(cancellationToken));
        return bot.Output;
    }

    /// <summary>What the platforms hold.</summary>
    public async Task<IReadOnlyList<RecordEntry>> MessagesAsync(CancellationToken cancellationToken) => await Record.MessagesAsync(cancellationToken);

    /// <summary>What <c>plan</c> says of each post, in the words of the table.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PlanAsync(CancellationToken cancellationToken)
    {
        await using var plan = BotProcess.Start(_folder.Path, null, "plan", "--past", "--config", "config");
        Assert.Equal(0, await plan.ExitCodeAsync(cancellationToken));
        var addresses = FortyChannels.All.ToDictionary(channel => channel.Id, channel => $"{channel.Platform}:{channel.Address}");
        return plan.Output.Split('\n')
            .Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(columns => columns.Length == 6 && addresses.ContainsKey(columns[4]))
            .ToDictionary(columns => $"{columns[2]} {columns[3]} {addresses[columns[4]]}", columns => columns[5]);
    }

    public async ValueTask DisposeAsync()
    {
        Record.Dispose();
        await _platforms.DisposeAsync();
        _folder.Dispose();
    }
}
