using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Campaigns;

/// <summary>Names a step within its campaign; a renamed step is a new step.</summary>
public sealed record StepId
{
    /// <exception cref="ArgumentException">The text is not a valid identifier.</exception>
    public StepId(string value)
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
