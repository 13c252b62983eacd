using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BotHost.Announcements.Delivery.Ledgers;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>Writes and reads what the ledger keeps of a delivery's facts. Pure.</summary>
public static class FactSheet
{
    private static readonly string PicturesProperty = JsonNamingPolicy.SnakeCaseLower.ConvertName(nameof(ToldFacts.Pictures));

    private const string Begun = "a correction has begun";

    private const string BegunWithPictures = "a correction with other pictures has begun";

    private static readonly FactsJson Format = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static RecordedFacts Write(ToldFacts facts, Aloud aloud)
    {
        var told = JsonSerializer.SerializeToElement(facts, Format.ToldFacts);
        return new RecordedFacts(Text(new Sheet(told, aloud)), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told.GetRawText()))));
    }

    /// <summary>What was told aloud; null where that cannot be read.</summary>
    public static Aloud? AloudOf(RecordedFacts recorded) => Read(recorded)?.Aloud;

    /// <summary>The same facts, after something was told aloud.</summary>
    public static RecordedFacts Tell(RecordedFacts recorded, Aloud aloud) =>
        Read(recorded) is { } sheet ? recorded with { Json = Text(sheet with { Aloud = aloud }) } : recorded;

    /// <summary>The talk's title; null where it cannot be read.</summary>
    public static string? TitleOf(RecordedFacts recorded) =>
        Read(recorded)?.Facts is { } facts && facts.TryGetProperty("title", out var title) && title.ValueKind is JsonValueKind.String ? title.GetString() : null;

    /// <summary>Without the facts: enough to compare their hash, and a tenth of the memory.</summary>
    public static RecordedFacts Trim(RecordedFacts recorded) =>
        Read(recorded) is { } sheet ? recorded with { Json = Text(sheet with { Facts = null }) } : recorded;

    /// <summary>Whether they tell the same, as far as both know it: what only one version of the program writes down is no difference.</summary>
    public static bool TellTheSame(RecordedFacts told, RecordedFacts current) =>
        told.Hash == current.Hash
        || (Read(told)?.Facts is { } one && Read(current)?.Facts is { } other && IsSame(one, other));

    /// <summary>Whether they surely tell of different pictures, or a correction that was to show others has begun.</summary>
    public static bool ShowOtherPictures(RecordedFacts told, RecordedFacts current) =>
        told.Hash == BegunWithPictures
        || (Read(told)?.Facts is { } one && Read(current)?.Facts is { } other
        && one.TryGetProperty(PicturesProperty, out var before) && other.TryGetProperty(PicturesProperty, out var now)
        && !IsSame(before, now));

    /// <summary>
    /// The same facts, of which nobody can say any more that the post tells them: some of its messages, or its event, may tell others already.
    /// </summary>
    public static RecordedFacts Begin(RecordedFacts told, RecordedFacts current) =>
        told with { Hash = ShowOtherPictures(told, current) ? BegunWithPictures : Begun };

    /// <summary>Whether a correction has begun and was not brought to its end.</summary>
    public static bool IsBegun(RecordedFacts told) => told.Hash is Begun or BegunWithPictures;

    private static bool IsSame(JsonElement one, JsonElement other) => (one.ValueKind, other.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => one.EnumerateObject().All(
            property => !other.TryGetProperty(property.Name, out var value) || IsSame(property.Value, value)),
        (JsonValueKind.Array, JsonValueKind.Array) => one.GetArrayLength() == other.GetArrayLength()
            && one.EnumerateArray().Zip(other.EnumerateArray()).All(pair => IsSame(pair.First, pair.Second)),
        _ => JsonElement.DeepEquals(one, other),
    };

    private static Sheet? Read(RecordedFacts recorded)
    {
        try
        {
            return JsonSerializer.Deserialize(recorded.Json, Format.Sheet);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(Sheet sheet) => JsonSerializer.Serialize(sheet, Format.Sheet);

    internal sealed record Sheet(JsonElement? Facts, Aloud? Aloud);
}

/// <summary>The JSON of facts.</summary>
[JsonSerializable(typeof(ToldFacts))]
[JsonSerializable(typeof(FactSheet.Sheet))]
internal sealed partial class FactsJson : JsonSerializerContext;
