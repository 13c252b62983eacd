namespace BotHost.Discord.Rendering;

/// <summary>The flags of a message that the bot sets.</summary>
internal static class MessageFlags
{
    /// <summary>For the asker's eyes only; in answers to interactions.</summary>
    public const int Ephemeral = 1 << 6;

    /// <summary>What an edit may set: no embeds of links, and the component layout.</summary>
    public const int Editable = (1 << 2) | (1 << 15);

    /// <summary>No sound and no push.</summary>
    public const int SuppressNotifications = 1 << 12;
}
