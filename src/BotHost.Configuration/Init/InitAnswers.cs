using System.Collections.Immutable;

namespace BotHost.Configuration;

/// <summary>What <c>init</c> was told.</summary>
/// <param name="Community">The community's name.</param>
/// <param name="ZoneId">A zone of the tz database.</param>
/// <param name="Languages">At least one tag; the leading one first.</param>
/// <param name="DiscordChannel">The id of the announcements channel; null: not on Discord yet.</param>
/// <param name="DiscordGuild">The id of the server whose managers moderate.</param>
/// <param name="TelegramChat">The id of the chat that gets announcements and whose administrators moderate; null: not on Telegram yet.</param>
public sealed record InitAnswers(
    string Community,
    string ZoneId,
    ImmutableArray<string> Languages,
    string? DiscordChannel = null,
    string? DiscordGuild = null,
    string? TelegramChat = null);
