using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Campaigns;

/// <summary>Names a campaign.</summary>
public sealed record CampaignId
{
    /// <exception cref="ArgumentException">The text is not a valid identifier.</exception>
    public CampaignId(string value)
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
