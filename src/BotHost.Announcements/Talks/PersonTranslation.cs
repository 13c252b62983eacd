using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Talks;

/// <summary>What is said of a person in another language.</summary>
public sealed record PersonTranslation
{
    public string? Name { get; init; }

    public string? Headline { get; init; }

    public RichText Bio { get; init; } = RichText.Empty;
}
