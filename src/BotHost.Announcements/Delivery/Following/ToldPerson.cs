namespace BotHost.Announcements.Delivery.Following;

/// <summary>What is told of a person in a talk; where it is a translation, only what is translated.</summary>
public sealed record ToldPerson(
    string Id, string Role, string? Name, string? NativeName, string? Headline, string Bio, IReadOnlyList<ToldLink> Links);
