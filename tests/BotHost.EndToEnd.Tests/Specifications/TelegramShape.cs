namespace BotHost.EndToEnd.Tests.Specifications;

/// <summary>A method or a type as the Bot API's description writes it: fields of its own, or the types that it may be.</summary>
internal sealed record TelegramShape(string Name)
{
    public IReadOnlyList<TelegramField> Fields { get; init; } = [];

    public IReadOnlyList<string> Subtypes { get; init; } = [];
}

internal sealed record TelegramField(string Name, IReadOnlyList<string> Types, bool Required, string Description);
