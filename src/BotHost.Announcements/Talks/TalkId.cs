using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Talks;

/// <summary>Names a talk for good; never derived from a file name or a title.</summary>
public sealed record TalkId
{
    /// <exception cref="ArgumentException">The text is not a valid identifier.</exception>
    public TalkId(string value)
    {
        if (!Identifier.IsValid(value))
        {
            throw new ArgumentException($"'{value}' is not an identifier: {Identifier.Rule}.", nameof(value));
        }

        Value = value;
    }

    public string Value { get; }

    public override string ToString() => Value;
}
