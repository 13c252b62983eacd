namespace BotHost.Announcements.Texts;

/// <summary>A moment in one of several zones.</summary>
/// <param name="City">Where, as its organiser or its readers call it.</param>
/// <param name="Time">The day of the week and the time of day there, for example <c>Wed 19:00</c>.</param>
public sealed record ZoneTime(string City, string Time);
