using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Talks;

/// <summary>Names a person for good.</summary>
public sealed record PersonId
{
    /// <exception cref="ArgumentException">The text is not a valid identifier.</exception>
    public PersonId(string value)
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
