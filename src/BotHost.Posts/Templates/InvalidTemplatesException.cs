using BotHost.Announcements.Talks;

namespace BotHost.Posts.Templates;

/// <summary>Templates that must not be used; the message names every mistake with its file and line.</summary>
internal sealed class InvalidTemplatesException(IReadOnlyList<Finding> findings)
    : Exception(string.Join(Environment.NewLine, findings))
{
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
