namespace BotHost.Announcements.Talks;

/// <summary>How bad a finding is: errors keep a catalogue from being taken and are the only ones to change an exit code; notes count as nothing to mend.</summary>
public enum Severity
{
    Note,
    Warning,
    Error,
}
