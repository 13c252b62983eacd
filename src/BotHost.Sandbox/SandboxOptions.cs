namespace BotHost.Sandbox;

/// <summary>How a sandbox runs.</summary>
public sealed record SandboxOptions
{
    /// <summary>The port on 127.0.0.1. Default: 0, any free one.</summary>
    public int Port { get; init; }

    /// <summary>A file that receives each record entry as one line of JSON before the answer that it belongs to leaves. Default: none.</summary>
    public string? RecordFile { get; init; }

    /// <summary>The time that stamps entries and is shown on the page. Default: the machine's.</summary>
    public Func<DateTimeOffset>? CampaignTime { get; init; }

    /// <summary>What the page says at its top. Default: only the time.</summary>
    public Func<SandboxStatus>? Status { get; init; }

    /// <summary>The gateway's heartbeat interval. Default: 41.25 s.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>How long an interaction waits for its first reply. Default: 3 s, the platform's own.</summary>
    public TimeSpan DiscordFirstReply { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Requests per <see cref="DiscordBucketWindow"/> in each Discord bucket (route and channel, guild or webhook). Default: 500.</summary>
    public int DiscordBucketSize { get; init; } = 500;

    /// <summary>Default: 5 s.</summary>
    public TimeSpan DiscordBucketWindow { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Requests of the bot in a second over all of Discord, interactions' replies apart. The platform's own is 50. Default: no limit.</summary>
    public int DiscordGlobalSize { get; init; } = int.MaxValue;

    /// <summary>Messages and edits per <see cref="TelegramChatWindow"/> in each Telegram chat. Default: 500.</summary>
    public int TelegramChatSize { get; init; } = 500;

    /// <summary>Default: 5 s.</summary>
    public TimeSpan TelegramChatWindow { get; init; } = TimeSpan.FromSeconds(5);
}

/// <summary>What the page shows above the chats.</summary>
public sealed record SandboxStatus
{
    /// <summary>The campaign clock's instant; null shows the sandbox's own time.</summary>
    public DateTimeOffset? CampaignTime { get; init; }

    /// <summary>IANA name of the zone in which the community lives, for the clock on the page.</summary>
    public string? Zone { get; init; }

    /// <summary>How many campaign seconds pass in a second; 0 or null while the clock waits.</summary>
    public double? Speed { get; init; }

    /// <summary>One line: what is posted next, and where.</summary>
    public string? Next { get; init; }

    /// <summary>The instant of what comes next.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Nothing more is planned.</summary>
    public bool Finished { get; init; }

    /// <summary>Further plain lines.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];
}
