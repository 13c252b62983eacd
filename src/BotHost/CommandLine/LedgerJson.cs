using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BotHost.Announcements.Delivery.Ledgers;
using NodaTime;

namespace BotHost.CommandLine;

/// <summary>The ledger's rows for scripts: a JSON array in UTF-8, oldest first. Names and order of its fields stay. Payloads are left to the export.</summary>
internal static class LedgerJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IEnumerable<DeliveryRow> rows, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Readable))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                Write(json, row);
            }

            json.WriteEndArray();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, DeliveryRow row)
    {
        json.WriteStartObject();
        json.WriteNumber("id", row.Id);
        json.WriteString("kind", Word(row.Key.Kind));
        json.WriteString("subject", row.Key.Subject);
        json.WriteString("step", row.Key.Step);
        json.WriteString("occasion", row.Key.Occasion);
        json.WriteString("target", row.Key.Target);
        json.WriteString("state", Word(row.State));
        json.WriteString("reason", row.Reason);
        json.WriteString("dueAt", Time(row.DueAt));
        json.WriteString("deferredUntil", row.DeferredUntil is { } until ? Time(until) : null);
        json.WriteNumber("generation", row.Generation);
        json.WriteStartArray("effects");
        foreach (var effect in row.Effects)
        {
            json.WriteStartObject();
            json.WriteString("kind", Word(effect.Kind));
            json.WriteNumber("part", effect.Part);
            json.WriteString("state", Word(effect.State));
            json.WriteString("reason", effect.Reason);
            json.WriteNumber("attempts", effect.Attempt);
            json.WriteString("receipt", effect.Receipt);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Time(Instant instant) => instant.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
