namespace BotHost.Announcements.Talks;

/// <summary>How bad a finding is: errors keep a catalogue from being taken, notes change no exit code.</summary>
public enum Severity
{
    Note,
    Warning,
    Error,
}
