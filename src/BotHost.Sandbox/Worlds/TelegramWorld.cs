using System.Text;

namespace BotHost.Sandbox;

/// <summary>The Telegram half of a world.</summary>
public sealed record TelegramWorld
{
    /// <summary>Bot tokens (form <c>digits:letters</c>) that are accepted, all of them as the same bot.</summary>
    public IReadOnlyList<string> Tokens { get; init => field = value ?? []; } = [];

    public TelegramUser Bot { get; init => field = value ?? new() { Id = 7000000001, Name = "BotHost", Username = "bothost_bot" }; } = new() { Id = 7000000001, Name = "BotHost", Username = "bothost_bot" };

    /// <summary>Privacy mode switched off: the bot hears everything that is said in groups.</summary>
    public bool CanReadAllGroupMessages { get; init; }

    /// <summary>Groups, channels, and the private chats that people have already started.</summary>
    public IReadOnlyList<TelegramChat> Chats { get; init => field = value ?? []; } = [];

    public IReadOnlyList<TelegramUser> Users { get; init => field = value ?? []; } = [];

    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Bot = ").Append(Bot.Username).Append(", Chats = ").Append(Chats.Count);
        return true;
    }
}

/// <summary>A person (or the bot) on Telegram.</summary>
public sealed record TelegramUser
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public string? Username { get; init; }

    public string LanguageCode { get; init => field = value ?? "en"; } = "en";
}

/// <summary>A chat. The bot is in it only if it is a member or an administrator, or the chat is private.</summary>
public sealed record TelegramChat
{
    public required long Id { get; init; }

    public string? Title { get; init; }

    public string? Username { get; init; }

    /// <summary>private, group, supergroup or channel.</summary>
    public required string Type { get; init; }

    public bool IsForum { get; init; }

    public IReadOnlyList<TelegramTopic> Topics { get; init => field = value ?? []; } = [];

    public IReadOnlyList<long> Members { get; init => field = value ?? []; } = [];

    public IReadOnlyList<TelegramAdministrator> Administrators { get; init => field = value ?? []; } = [];
}

public sealed record TelegramTopic
{
    public required int Id { get; init; }

    public required string Name { get; init; }
}

/// <summary>An administrator; exactly one of a chat may be its creator, who has every right.</summary>
public sealed record TelegramAdministrator
{
    public required long UserId { get; init; }

    public bool IsCreator { get; init; }

    public bool IsAnonymous { get; init; }

    public bool? CanPostMessages { get; init => field = value ?? true; } = true;

    public bool? CanEditMessages { get; init => field = value ?? true; } = true;

    public bool? CanDeleteMessages { get; init => field = value ?? true; } = true;

    public bool? CanPinMessages { get; init => field = value ?? true; } = true;
}
