namespace BotHost.Announcements.Talks;

/// <summary>What a rule looks for, as the table in the docs and the switch in a file know it.</summary>
/// <param name="Name">For example <c>name-spelling</c>.</param>
/// <param name="Severity">The gravest finding that it gives. Errors cannot be switched off.</param>
/// <param name="Summary">One sentence: what it finds.</param>
public sealed record LintRule(string Name, Severity Severity, string Summary);
