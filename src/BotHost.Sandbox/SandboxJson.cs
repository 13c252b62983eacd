using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace BotHost.Sandbox;

/// <summary>The sandbox's own documents (world, record, faults, status), camelCase, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SandboxWorld))]
[JsonSerializable(typeof(RecordEntry))]
[JsonSerializable(typeof(IReadOnlyList<RecordEntry>))]
[JsonSerializable(typeof(SandboxStatus))]
[JsonSerializable(typeof(IReadOnlyList<SandboxFault>))]
[JsonSerializable(typeof(SandboxFault))]
[JsonSerializable(typeof(PlannedKill))]
[JsonSerializable(typeof(BotStanding))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(CarriedOutKill))]
[JsonSerializable(typeof(IReadOnlyList<CarriedOutKill>))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class SandboxJson : JsonSerializerContext
{
    /// <summary>Keeps letters of every script readable; the output is JSON of its own, never part of a page.</summary>
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = Default };
}
