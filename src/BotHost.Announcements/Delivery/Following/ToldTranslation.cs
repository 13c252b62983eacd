namespace BotHost.Announcements.Delivery.Following;

/// <summary>What is told of a talk in another language; roles and labels in the order of the talk's people and links.</summary>
public sealed record ToldTranslation(
    string Language,
    string? Title,
    string? Subtitle,
    string Summary,
    string? Place,
    IReadOnlyList<string?> Roles,
    IReadOnlyList<string?> Labels,
    IReadOnlyList<ToldPerson> People);
