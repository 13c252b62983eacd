using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Reports;

/// <summary>Names posts and places as the config does, for moderators.</summary>
public sealed class PostNames(TalkCatalogue catalogue)
{
    private readonly Dictionary<string, string> _faces = catalogue.Channels
        .SelectMany(channel => channel.Faces)
        .DistinctBy(face => face.Target)
        .ToDictionary(face => face.Target, face => face.FaceName, StringComparer.Ordinal);

    /// <summary>As in <c>announce of asian-talk-176 in news</c>.</summary>
    public string Of(DeliveryKey key) => $"{key.Step} of {key.Subject} in {ChannelOf(key)}";

    /// <summary>The channel's id from the config; the address where the config has none there.</summary>
    public string ChannelOf(DeliveryKey key) => _faces.GetValueOrDefault(key.Target) ?? Of(key.Address);

    public string Of(ChannelAddress address) => ChannelAt(address)?.Id.Value
        ?? (catalogue.Moderators.Any(rules => rules.ReportTo == address) ? $"the moderators' chat on {address.Platform}" : address.ToString());

    /// <summary>Whether the config still names the place, for posts or for reports.</summary>
    public bool IsConfigured(ChannelAddress address) => ChannelAt(address) is not null || catalogue.Moderators.Any(rules => rules.ReportTo == address);

    /// <summary>Whether members read there: a channel of the config that is not for trying things out.</summary>
    public bool IsForMembers(ChannelAddress address) => ChannelAt(address) is { IsTest: false };

    public bool IsTest(DeliveryKey key) => ChannelAt(key.Address) is { IsTest: true };

    private Channel? ChannelAt(ChannelAddress address) => catalogue.Channels.FirstOrDefault(channel => channel.Address == address);
}
