namespace BotHost.Discord;

/// <summary>The settings of the section <c>Discord</c>.</summary>
internal sealed class DiscordOptions
{
    public const string Section = "Discord";

    public const string DefaultApiBaseUrl = "https://discord.com/api/v10";

    /// <summary>The bot's token. Default: none, and nothing connects.</summary>
    public string? Token { get; set; }

    /// <summary>A file that holds the token, instead of <see cref="Token"/>. Default: none.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Where the REST interface stands, version included. Default: <see cref="DefaultApiBaseUrl"/>.</summary>
    public string ApiBaseUrl { get; set; } = DefaultApiBaseUrl;
}
