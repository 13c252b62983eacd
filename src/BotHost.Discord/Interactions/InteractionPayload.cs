using System.Text.Json;

namespace BotHost.Discord.Interactions;

/// <summary>Something that a person did, as the gateway tells it.</summary>
internal sealed record InteractionPayload(
    string Id,
    string ApplicationId,
    int Type,
    string Token,
    InteractionData? Data,
    string? GuildId,
    string? ChannelId,
    InteractionMember? Member,
    InteractionUser? User,
    string? Locale)
{
    // The token answers in the bot's name for a quarter of an hour, so it is never printed.
    public override string ToString() => $"interaction {Id} of type {Type}";
}

/// <summary>Which command or button.</summary>
internal sealed record InteractionData(string? Name, InteractionOption[]? Options, string? CustomId);

/// <summary>An argument; <c>Focused</c> marks the one that is being typed.</summary>
internal sealed record InteractionOption(string Name, JsonElement Value, bool Focused, InteractionOption[]? Options);

/// <summary>A person in a server. <c>Permissions</c> is a set of bits, written as a decimal number.</summary>
internal sealed record InteractionMember(InteractionUser? User, string? Nick, string[]? Roles, string? Permissions);

/// <summary>A person.</summary>
internal sealed record InteractionUser(string Id, string? Username, string? GlobalName);
