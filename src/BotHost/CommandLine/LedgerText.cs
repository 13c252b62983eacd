using System.Globalization;
using BotHost.Announcements.Delivery.Ledgers;
using NodaTime;

namespace BotHost.CommandLine;

/// <summary>The ledger's rows for people: a line for each post, and below it one for each of its messages and what follows them.</summary>
internal static class LedgerText
{
    public static void Write(IEnumerable<DeliveryRow> rows, TextWriter output)
    {
        foreach (var row in rows)
        {
            output.WriteLine($"#{row.Id,-6} {Word(row.State),-8} {Key(row.Key)}, due {Time(row.DueAt)}{Tail(row.Reason, row.DeferredUntil)}");
            foreach (var effect in row.Effects)
            {
                var receipt = effect.Receipt is { Length: > 0 } id ? $", there as {id}" : "";
                output.WriteLine($"        {Word(effect.State),-8} {Word(effect.Kind)} {effect.Part}, {Attempts(effect.Attempt)}{receipt}{Tail(effect.Reason, null)}");
            }
        }
    }

    private static string Key(DeliveryKey key) =>
        string.Join(' ', new[] { Word(key.Kind), key.Subject, key.Step, key.Occasion, "to", key.Target }.Where(word => word.Length > 0));

    private static string Attempts(int count) => count == 0 ? "not tried yet" : Terminal.Count(count, "attempt");

    private static string Tail(string reason, Instant? deferredUntil) =>
        (deferredUntil is { } until ? $", deferred until {Time(until)}" : "") + (reason.Length > 0 ? $": {Terminal.OneLine(reason)}" : "");

    private static string Time(Instant instant) => instant.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
