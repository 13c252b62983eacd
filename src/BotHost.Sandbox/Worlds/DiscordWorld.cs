using System.Text;

namespace BotHost.Sandbox;

/// <summary>The Discord half of a world. Ids are snowflakes, written as strings of digits.</summary>
public sealed record DiscordWorld
{
    /// <summary>Bot tokens that log in, all of them as the same bot.</summary>
    public IReadOnlyList<string> Tokens { get; init => field = value ?? []; } = [];

    public string ApplicationId { get; init => field = value ?? "900000000000000001"; } = "900000000000000001";

    public DiscordUser Bot { get; init => field = value ?? new() { Id = "900000000000000001", Name = "BotHost", Username = "bothost" }; } = new() { Id = "900000000000000001", Name = "BotHost", Username = "bothost" };

    /// <summary>Privileged intents (bits) that the application has switched on; asking for others closes with 4014.</summary>
    public long PrivilegedIntents { get; init; }

    public IReadOnlyList<DiscordGuild> Guilds { get; init => field = value ?? []; } = [];

    public IReadOnlyList<DiscordUser> Users { get; init => field = value ?? []; } = [];

    private bool PrintMembers(StringBuilder text)
    {
        text.Append("ApplicationId = ").Append(ApplicationId).Append(", Guilds = ").Append(Guilds.Count);
        return true;
    }
}

/// <summary>A person (or the bot) on Discord.</summary>
public sealed record DiscordUser
{
    public required string Id { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    public required string Username { get; init; }

    /// <summary>The language of the person's client, such as en-US.</summary>
    public string Locale { get; init => field = value ?? "en-US"; } = "en-US";

    /// <summary>Takes no direct messages from the bot: a channel can be opened, but messages into it are refused.</summary>
    public bool RefusesDirectMessages { get; init; }
}

/// <summary>A server. The bot is in it only if <see cref="Members"/> lists the bot user.</summary>
public sealed record DiscordGuild
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string OwnerId { get; init; }

    /// <summary>Roles; the one whose id is the guild's id is @everyone.</summary>
    public IReadOnlyList<DiscordRole> Roles { get; init => field = value ?? []; } = [];

    public IReadOnlyList<DiscordMember> Members { get; init => field = value ?? []; } = [];

    public IReadOnlyList<DiscordChannel> Channels { get; init => field = value ?? []; } = [];
}

public sealed record DiscordRole
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Permission bits, as Discord numbers them.</summary>
    public ulong Permissions { get; init; }

    public bool Mentionable { get; init; }

    public int Color { get; init; }
}

public sealed record DiscordMember
{
    public required string UserId { get; init; }

    public IReadOnlyList<string> RoleIds { get; init => field = value ?? []; } = [];
}

public sealed record DiscordChannel
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>0 text or 5 announcement.</summary>
    public int Type { get; init; }

    public IReadOnlyList<DiscordOverwrite> Overwrites { get; init => field = value ?? []; } = [];
}

/// <summary>A channel's exception to the roles: for a role (Type 0) or a member (Type 1).</summary>
public sealed record DiscordOverwrite
{
    public required string Id { get; init; }

    public int Type { get; init; }

    public ulong Allow { get; init; }

    public ulong Deny { get; init; }
}
