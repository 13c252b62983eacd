namespace BotHost.Announcements.Talks;

/// <summary>A person's part in a talk, for example <c>Guest</c> or <c>Interviewer</c>; the role is shown as written.</summary>
public sealed record TalkPerson(PersonId Person, string Role);
