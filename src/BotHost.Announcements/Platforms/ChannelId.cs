using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Platforms;

/// <summary>Names a channel in the config; renaming it posts nothing, because the ledger remembers addresses.</summary>
public sealed record ChannelId
{
    /// <exception cref="ArgumentException">The text is not a valid identifier.</exception>
    public ChannelId(string value)
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
