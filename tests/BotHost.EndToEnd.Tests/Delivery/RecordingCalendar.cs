using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>The events and threads of a platform: what stands there, and everything that was asked of them.</summary>
internal sealed class RecordingCalendar
{
    private int _last;

    /// <summary>What stands there now, by id, in the order in which it was made.</summary>
    public SortedDictionary<string, string> Standing { get; } = new(StringComparer.Ordinal);

    /// <summary>Every order, in order: <c>new</c>, <c>look</c> (new, after a look), <c>change</c> or <c>off</c>.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Decides what becomes of an order; the default takes it. An order that was taken without an answer is taken first.</summary>
    public Func<OrnamentOrder, Outcome?>? Answer { get; set; }

    /// <summary>Whether an order is taken although its answer says that nobody knows.</summary>
    public bool TakesAllTheSame { get; set; }

    public Outcome Do(OrnamentOrder order)
    {
        Asked.Add(order switch
        {
            { Made: null, Repeats: true } => "look",
            { Made: null } => "new",
            { Payload: "" } => "off",
            _ => "change",
        });
        var answer = Answer?.Invoke(order);
        if (answer is not null && !TakesAllTheSame)
        {
            return answer;
        }

        var id = Carry(order);
        return answer ?? new Outcome.Sent(id);
    }

    private string Carry(OrnamentOrder order)
    {
        if (order.Payload.Length == 0)
        {
            Standing.Remove(order.Made!);
            return "";
        }

        var id = order.Made
            ?? (order.Repeats ? Standing.FirstOrDefault(entry => entry.Value == order.Payload).Key : null)
            ?? $"{(order.Kind is EffectKind.Thread ? "thread" : "event")}{++_last}";
        Standing[id] = order.Payload;
        return id;
    }
}
