using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Platforms;

/// <summary>Names a platform, as in the config and in the ledger.</summary>
public sealed record PlatformId
{
    /// <exception cref="ArgumentException">The text is not a valid identifier.</exception>
    public PlatformId(string value)
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
