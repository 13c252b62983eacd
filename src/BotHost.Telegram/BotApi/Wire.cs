using System.Text.Json;

namespace BotHost.Telegram.BotApi;

/// <summary>The envelope of every answer of the Bot API.</summary>
internal sealed record ApiEnvelope(bool? Ok, JsonElement? Result, int? ErrorCode, string? Description, ApiParameters? Parameters);

/// <summary>What an error says beside its text.</summary>
internal sealed record ApiParameters(long? MigrateToChatId, int? RetryAfter);

internal sealed record WireUpdate(long UpdateId, WireMessage? Message, WireCallback? CallbackQuery, WireMembership? MyChatMember);

internal sealed record WireMessage(
    int MessageId,
    long Date,
    WireChat? Chat,
    WireUser? From,
    WireChat? SenderChat,
    string? Text,
    MessageEntity[]? Entities,
    int? MessageThreadId,
    bool? IsTopicMessage,
    long? MigrateToChatId);

internal sealed record WireChat(long Id, string? Type, string? Title, string? Username);

internal sealed record WireUser(long Id, bool IsBot, string? FirstName, string? LastName, string? Username, string? LanguageCode);

internal sealed record WireCallback(string? Id, WireUser? From, WireMessage? Message, string? Data);

internal sealed record WireMembership(WireChat? Chat, WireMember? NewChatMember);

internal sealed record WireMember(string? Status);
