namespace BotHost.Announcements.Talks;

/// <summary>One thing that a checker found: what, where, and how to fix it.</summary>
/// <param name="Rule">The rule's name, for example <c>unknown-key</c>.</param>
public sealed record Finding(Severity Severity, SourceSpan Where, string Rule, string Text, string Remedy)
{
    /// <summary>One line; the rule at its end is the name under which a file can switch it off.</summary>
    public override string ToString() => $"{Where}: {Severity.ToString().ToLowerInvariant()}: {Text}; {Remedy} [{Rule}]";
}
