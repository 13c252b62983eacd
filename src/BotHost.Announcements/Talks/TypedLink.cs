namespace BotHost.Announcements.Talks;

/// <summary>A link and what it leads to.</summary>
/// <param name="Kind">For example <c>book</c>, <c>slides</c>, <c>recording</c>, <c>registration</c>, <c>paper</c>.</param>
/// <param name="Label">What people read; the kind's own word where the config gives none.</param>
/// <param name="Url">Absolute, https or http.</param>
public sealed record TypedLink(string Kind, string Label, Uri Url);
