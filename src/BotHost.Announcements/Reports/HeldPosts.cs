using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>Writes held posts down for moderators: when each was due, and until when it makes sense. Pure.</summary>
internal sealed class HeldPosts(TalkCatalogue catalogue, Instant now)
{
    // Two times follow.
    private const int LongestName = 120;

    private readonly Dictionary<DeliveryKey, PlannedDelivery> _planned =
        CampaignPlanner.Plan(catalogue, Instant.MinValue, now).DistinctBy(planned => planned.Key).ToDictionary(planned => planned.Key);

    private readonly PostNames _names = new(catalogue);

    public string NameOf(DeliveryRow row) => _names.Of(row.Key);

    public string ChannelOf(DeliveryRow row) => _names.ChannelOf(row.Key);

    public ImmutableArray<Inline> LineOf(DeliveryRow row) => [new Inline.Text($"{Shortening.AtWord(NameOf(row), LongestName)}, "), .. TimesOf(row)];

    /// <summary>As in <c>due Wednesday, 30 December 2026, 10:00 (Tokyo), makes sense until …</c>.</summary>
    public ImmutableArray<Inline> TimesOf(DeliveryRow row)
    {
        var planned = _planned.GetValueOrDefault(row.Key);
        var zone = planned?.Talk.Zone ?? catalogue.Community.Zone;
        ImmutableArray<Inline> due = [new Inline.Text("due "), new Inline.Time(row.DueAt, zone, TimeStyle.Full)];
        return planned switch
        {
            null when row.Key.Kind is DeliveryKind.Notice => due,
            null => [.. due, new Inline.Text(", no longer planned")],
            { LatestAt: var latest } when latest == Instant.MaxValue => due,
            { LatestAt: var latest } when latest < now => [.. due, new Inline.Text(", too late by now")],
            { LatestAt: var latest } => [.. due, new Inline.Text(", makes sense until "), new Inline.Time(latest, zone, TimeStyle.Full)],
        };
    }
}
