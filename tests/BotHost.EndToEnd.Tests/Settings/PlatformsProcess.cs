using BotHost.EndToEnd.Tests.Processes;

namespace BotHost.EndToEnd.Tests.Settings;

/// <summary>Both platforms in a process of their own, and the settings that point a bot at them.</summary>
internal sealed class PlatformsProcess : IAsyncDisposable
{
    private readonly BotProcess _process;
    private readonly Dictionary<string, string> _printed;

    private PlatformsProcess(BotProcess process, Dictionary<string, string> printed)
    {
        _process = process;
        _printed = printed;
        Record = new SandboxRecordClient(new Uri(printed["Page"]));
    }

    public SandboxRecordClient Record { get; }

    /// <summary>What a person sees who starts them.</summary>
    public IReadOnlyDictionary<string, string> Printed => _printed;

    public static async Task<PlatformsProcess> StartAsync(TemporaryFolder folder, CancellationToken cancellationToken, params string[] options)
    {
        var process = BotProcess.Start(folder.Path, null, ["sandbox", "--platforms-only", "--port", "0", "--config", Repository.SampleConfig, .. options]);
        await process.LineAsync(line => line == "Ready", cancellationToken);
        var printed = process.Output.Split('\n')
            .Select(line => line.Split('=', 2))
            .Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0], parts => parts[1]);
        return new PlatformsProcess(process, printed);
    }

    /// <summary>The environment of a bot on these platforms, a second before the first announcement is due and weeks before anything else is.</summary>
    /// <param name="discord">no, good or bad.</param>
    /// <param name="telegram">no, good or bad.</param>
    public Dictionary<string, string> Settings(string discord, string telegram)
    {
        var settings = new Dictionary<string, string>
        {
            ["Discord__ApiBaseUrl"] = _printed["Discord__ApiBaseUrl"],
            ["Telegram__ApiBaseUrl"] = _printed["Telegram__ApiBaseUrl"],
            ["Clock__Start"] = "2026-12-30T00:59:58Z",
            ["Clock__Speed"] = "2",
        };
        Add("Discord__Token", discord, "sandbox.this-token-was-reset");
        Add("Telegram__Token", telegram, "7000000001:this-token-was-revoked-by-BotFather");
        return settings;

        void Add(string name, string kind, string bad)
        {
            if (kind != "no")
            {
                settings[name] = kind == "good" ? _printed[name] : bad;
            }
        }
    }

    /// <summary>The world as the page gets it.</summary>
    public async Task<string> WorldAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(new Uri(_printed["Page"]), "sandbox/world"), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Record.Dispose();
        await _process.DisposeAsync();
    }
}
