namespace BotHost.Announcements.Talks;

/// <summary>One thing that a checker found: what, where, and how to fix it.</summary>
/// <param name="Rule">The rule's name, for example <c>unknown-key</c>.</param>
public sealed record Finding(Severity Severity, SourceSpan Where, string Rule, string Text, string Remedy)
{
    public override string ToString() => $"{Where}: {Severity.ToString().ToLowerInvariant()}: {Text}; {Remedy}";
}
