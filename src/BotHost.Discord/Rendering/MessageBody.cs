namespace BotHost.Discord.Rendering;

/// <summary>A message as it goes over the wire. It cannot be made without saying whom it may ping.</summary>
internal sealed record MessageBody
{
    public required string Content { get; init; }

    public Embed[]? Embeds { get; init; }

    /// <summary>The files that go along, in the order of their numbers.</summary>
    public Attachment[]? Attachments { get; init; }

    public ActionRow[]? Components { get; init; }

    public required AllowedMentions AllowedMentions { get; init; }

    public int? Flags { get; init; }
}

/// <summary>Whom a message may ping. <c>Parse</c> names kinds that the text may ping freely, the lists name single ones.</summary>
internal sealed record AllowedMentions(string[] Parse, string[]? Roles = null, string[]? Users = null)
{
    public static AllowedMentions Nobody { get; } = new([]);
}

/// <summary>Up to five buttons side by side.</summary>
internal sealed record ActionRow(Button[] Components)
{
    public int Type { get; } = 1;
}

/// <summary>A button: it either opens a page or sends its id back.</summary>
internal sealed record Button(int Style, string Label, string? Url = null, string? CustomId = null)
{
    public const int Primary = 1;
    public const int Secondary = 2;
    public const int Danger = 4;
    public const int Link = 5;

    public int Type { get; } = 2;
}
