using BotHost.EndToEnd.Tests.Crashes;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Faults;

/// <summary>A message that met a fault, as the platforms' record tells it.</summary>
/// <param name="Fault">The row of the table.</param>
/// <param name="Platform">discord or telegram.</param>
/// <param name="Message">Which message of the table of posts it was; on Telegram only, where what is hidden stays so.</param>
/// <param name="Entry">The record's entry.</param>
internal sealed record WireHit(WireFault Fault, string Platform, string Message, RecordEntry Entry)
{
    private static readonly string[] Creates = ["POST /channels/{channel}/messages", "sendMessage"];

    /// <summary>Every message that met a fault of the table. In one chat the bot sends one message at a time, so the request before the fault is the one that it met.</summary>
    public static IReadOnlyList<WireHit> Of(IReadOnlyList<RecordEntry> record)
    {
        var hits = new List<WireHit>();
        var latest = new Dictionary<(string Platform, string Chat), RecordEntry>();
        foreach (var entry in record.Where(entry => Creates.Contains(entry.Route)))
        {
            if (entry.Kind == RecordKinds.Request)
            {
                latest[(entry.Platform, ChatOf(entry))] = entry;
            }
            else if (entry.Kind == RecordKinds.Fault && WireFault.All.SingleOrDefault(row => row.Recorded == entry.Text) is { } fault)
            {
                hits.Add(new WireHit(fault, entry.Platform, NameOf(latest[(entry.Platform, entry.ChatId!)]), entry));
            }
        }

        return hits;
    }

    private static string ChatOf(RecordEntry request) =>
        request.ChatId ?? request.Payload!.Value.GetProperty("chat_id").ToString();

    private static string NameOf(RecordEntry request) => request.Platform == "telegram"
        ? PlayedTalks.NameOf(request with { ChatId = ChatOf(request), Text = request.Payload!.Value.GetProperty("text").GetString() })
        : "";
}
