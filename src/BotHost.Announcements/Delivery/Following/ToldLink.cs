namespace BotHost.Announcements.Delivery.Following;

/// <summary>A link that was told.</summary>
public sealed record ToldLink(string Kind, string Label, string Url);
