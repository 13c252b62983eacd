using System.Collections.Immutable;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Schedules;

/// <summary>
/// What the platforms took, as lines: <c>instant | talk's clock | talk | step | channel | first line</c>. Instants, channels and words are the platforms' own;
/// only the names of talk and step, which no platform knows, come from the row that holds the message's receipt.
/// </summary>
internal sealed class ScheduleStory
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly List<Happening> _unnamed = [];
    private readonly HashSet<string> _told = [];

    public TalkCatalogue Catalogue { get; set; } = null!;

    public IReadOnlyList<string> Lines => _lines;

    public void Posted(Instant at, SendOrder order, string receipt) => Remember(new Happening(at, order.Target, receipt, FirstLine(order.Payload)));

    public void Edited(Instant at, EditOrder order) => Remember(new Happening(at, order.Target, order.Receipt, $"edited: {FirstLine(order.Payload)}"));

    public void Tell(string words) => _lines.Add($"-- {words}");

    /// <summary>Tells what happened since the last time; what happens in one pass is told by channel, then by due time, then by talk.</summary>
    public void Name(IEnumerable<DeliveryRow> rows)
    {
        lock (_gate)
        {
            var byReceipt = rows
                .SelectMany(row => row.Messages.Where(message => message.Receipt is not null).Select(message => (Place: (row.Key.Address, message.Receipt!), Row: row)))
                .ToDictionary(entry => entry.Place, entry => entry.Row);
            _lines.AddRange(
                from one in _unnamed
                let row = byReceipt[(one.Channel, one.Receipt)]
                orderby OrderOf(one.Channel), row.DueAt, row.Key.Subject
                select LineOf(one, row.Key));
            _unnamed.Clear();
        }
    }

    public void TellLeft(IEnumerable<DeliveryRow> rows) => _lines.AddRange(
        rows.Where(row => row.State is not DeliveryState.Sent)
            .OrderBy(row => row.DueAt).ThenBy(row => row.Key.Subject, StringComparer.Ordinal).ThenBy(row => row.Key.Step, StringComparer.Ordinal).ThenBy(row => OrderOf(row.Key.Address))
            .Select(row => $"left | {row.Key.Subject} | {row.Key.Step} | {NameOf(row.Key.Address)} | {row.State.ToString().ToLowerInvariant()}: {row.Reason}")
            .Where(_told.Add));

    private void Remember(Happening happening)
    {
        lock (_gate)
        {
            _unnamed.Add(happening);
        }
    }

    private string LineOf(Happening one, DeliveryKey key)
    {
        var utc = one.At.ToString("uuuu-MM-dd HH:mm'Z'", null);
        var local = one.At.InZone(ZoneOf(key)).ToString("uuuu-MM-dd HH:mm o<+HH>", null);
        return $"{utc} | {local} | {key.Subject} | {key.Step} | {NameOf(one.Channel)} | {one.Words}";
    }

    private DateTimeZone ZoneOf(DeliveryKey key) =>
        Catalogue.Talks.Values.FirstOrDefault(talk => talk.FirstId.Value == key.Subject)?.Zone ?? Catalogue.Community.Zone;

    private string NameOf(ChannelAddress address) => Catalogue.Channels.FirstOrDefault(channel => channel.Address == address)?.Id.Value ?? address.ToString();

    private int OrderOf(ChannelAddress address) => Catalogue.Channels.Select(channel => channel.Address).ToImmutableArray().IndexOf(address);

    private static string FirstLine(string text) => text.Split('\n')[0];

    private sealed record Happening(Instant At, ChannelAddress Channel, string Receipt, string Words);
}
