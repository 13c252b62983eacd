namespace BotHost.Telegram.BotApi;

/// <summary>A <c>sendMessage</c>; unset members are left out.</summary>
internal sealed record SendMessage
{
    public required ChatRef ChatId { get; init; }

    public int? MessageThreadId { get; init; }

    public required string Text { get; init; }

    public MessageEntity[]? Entities { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    public bool? DisableNotification { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public InlineKeyboard? ReplyMarkup { get; init; }
}

/// <summary>A <c>sendPhoto</c>; unset members are left out.</summary>
internal sealed record SendPhoto
{
    public required ChatRef ChatId { get; init; }

    public int? MessageThreadId { get; init; }

    /// <summary>Where in the request the file is, by <see cref="AttachedPicture.ReferenceTo"/>.</summary>
    public required string Photo { get; init; }

    public string? Caption { get; init; }

    public MessageEntity[]? CaptionEntities { get; init; }

    public bool? DisableNotification { get; init; }

    public InlineKeyboard? ReplyMarkup { get; init; }
}

/// <summary>An <c>editMessageText</c>; without a keyboard the message loses the one it had.</summary>
internal sealed record EditMessageText
{
    public required ChatRef ChatId { get; init; }

    public required int MessageId { get; init; }

    public required string Text { get; init; }

    public MessageEntity[]? Entities { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    public InlineKeyboard? ReplyMarkup { get; init; }
}

/// <summary>Of which page a preview stands where, or that there is none.</summary>
internal sealed record LinkPreviewOptions(bool? IsDisabled = null, string? Url = null, bool? PreferLargeMedia = null, bool? ShowAboveText = null);

internal sealed record ReplyParameters(int MessageId, bool AllowSendingWithoutReply);

internal sealed record InlineKeyboard(InlineButton[][] InlineKeyboardRows)
{
    [System.Text.Json.Serialization.JsonPropertyName("inline_keyboard")]
    public InlineButton[][] InlineKeyboardRows { get; init; } = InlineKeyboardRows;
}

internal sealed record InlineButton(string Text, string? Url = null, string? CallbackData = null, string? Style = null);

internal sealed record GetUpdates(long? Offset, int Limit, int Timeout, string[] AllowedUpdates);

internal sealed record AnswerCallbackQuery(string CallbackQueryId);

internal sealed record GetChatMember(ChatRef ChatId, long UserId);

internal sealed record GetChat(ChatRef ChatId);

internal sealed record PinChatMessage(ChatRef ChatId, int MessageId, bool DisableNotification);

internal sealed record UnpinChatMessage(ChatRef ChatId, int MessageId);

internal sealed record SetMyCommands(MenuCommand[] Commands, MenuScope Scope);

internal sealed record MenuCommand(string Command, string Description);

internal sealed record MenuScope(string Type);

internal sealed record NoParameters;
