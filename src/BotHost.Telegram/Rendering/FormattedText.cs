using System.Collections.Immutable;
using BotHost.Telegram.BotApi;

namespace BotHost.Telegram.Rendering;

/// <summary>Text with its formatting, as the platform takes it.</summary>
internal sealed record FormattedText(string Text, ImmutableArray<MessageEntity> Entities)
{
    public static FormattedText Empty { get; } = new("", []);

    public bool IsEmpty => Text.Length == 0;

    /// <summary>For the wire, where no entities are no member.</summary>
    public MessageEntity[]? EntityList => Entities.IsEmpty ? null : [.. Entities];
}
