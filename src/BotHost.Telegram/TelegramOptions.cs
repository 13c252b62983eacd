namespace BotHost.Telegram;

/// <summary>The section <c>Telegram</c> of the settings.</summary>
internal sealed class TelegramOptions
{
    public const string Section = "Telegram";

    public const string DefaultApiBaseUrl = "https://api.telegram.org";

    /// <summary>The bot's token, as @BotFather gave it. Default: none, and then the platform is not connected.</summary>
    public string? Token { get; set; }

    /// <summary>A file that holds the token and nothing else; instead of <see cref="Token"/>. Default: none.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Where the Bot API answers; a server of one's own is possible. Default: <c>https://api.telegram.org</c>.</summary>
    public string ApiBaseUrl { get; set; } = DefaultApiBaseUrl;

    /// <summary>Names no token.</summary>
    public override string ToString() => $"{Section} at {ApiBaseUrl}";
}
