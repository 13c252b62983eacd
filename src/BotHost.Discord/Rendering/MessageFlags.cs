namespace BotHost.Discord.Rendering;

/// <summary>The flags of a message that the bot sets.</summary>
internal static class MessageFlags
{
    /// <summary>For the asker's eyes only; in answers to interactions.</summary>
    public const int Ephemeral = 1 << 6;

    /// <summary>No previews of linked pages, and no embeds at all.</summary>
    public const int SuppressEmbeds = 1 << 2;

    /// <summary>What an edit may set: no embeds of links, and the component layout.</summary>
    public const int Editable = SuppressEmbeds | (1 << 15);

    /// <summary>No sound and no push.</summary>
    public const int SuppressNotifications = 1 << 12;
}
