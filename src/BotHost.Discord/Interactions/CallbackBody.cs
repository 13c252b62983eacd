using BotHost.Discord.Rendering;

namespace BotHost.Discord.Interactions;

/// <summary>The first answer to an interaction.</summary>
internal sealed record CallbackBody(int Type, CallbackData? Data = null)
{
    public const int Message = 4;
    public const int DeferredMessage = 5;
    public const int DeferredUpdate = 6;
    public const int UpdateMessage = 7;
    public const int Choices = 8;
}

/// <summary>What the first answer carries: parts of a message, or choices.</summary>
internal sealed record CallbackData
{
    public string? Content { get; init; }

    public Embed[]? Embeds { get; init; }

    public ActionRow[]? Components { get; init; }

    public AllowedMentions? AllowedMentions { get; init; }

    public int? Flags { get; init; }

    public Choice[]? Choices { get; init; }

    public static CallbackData Of(MessageBody message, bool ephemeral) => new()
    {
        Content = message.Content,
        Embeds = message.Embeds,
        Components = message.Components,
        AllowedMentions = message.AllowedMentions,
        Flags = ephemeral ? MessageFlags.Ephemeral : null,
    };
}

/// <summary>One completion.</summary>
internal sealed record Choice(string Name, string Value);
