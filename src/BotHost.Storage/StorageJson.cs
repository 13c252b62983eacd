using System.Text.Json.Serialization;

namespace BotHost.Storage;

/// <summary>The JSON that this room writes.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class StorageJson : JsonSerializerContext;
