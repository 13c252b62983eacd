namespace BotHost.Sandbox.Discord.Gateway;

/// <summary>The gateway intents that the sandbox looks at, as Discord numbers them.</summary>
internal static class Intents
{
    public const long Guilds = 1 << 0;
    public const long GuildMembers = 1 << 1;
    public const long GuildPresences = 1 << 8;
    public const long GuildMessages = 1 << 9;
    public const long DirectMessages = 1 << 12;
    public const long MessageContent = 1 << 15;
    public const long GuildScheduledEvents = 1 << 16;

    public const long Privileged = GuildMembers | GuildPresences | MessageContent;

    /// <summary>Bits 17 to 19, 22 and 23 are assigned to nothing.</summary>
    public const long Known = ((1L << 26) - 1) & ~((7L << 17) | (3L << 22));
}
