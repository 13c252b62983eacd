using System.Text.Json;

namespace BotHost.Sandbox;

/// <summary>Everything that exists on both platforms before a bot connects: communities, people, and the tokens that are accepted.</summary>
/// <remarks>
/// Defaults stand in the setters of these records as well, because a property that a world file leaves out reaches its setter as null.
/// </remarks>
public sealed record SandboxWorld
{
    public DiscordWorld Discord { get; init => field = value ?? new(); } = new();

    public TelegramWorld Telegram { get; init => field = value ?? new(); } = new();

    /// <summary>Writes the world as the JSON that <see cref="FromJson"/> reads; it holds the tokens.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SandboxJson.Default.SandboxWorld);

    /// <summary>Reads a world file.</summary>
    /// <exception cref="FormatException">The text is no world; the message names every problem and its place.</exception>
    public static SandboxWorld FromJson(string json)
    {
        SandboxWorld world;
        try
        {
            world = JsonSerializer.Deserialize(json, SandboxJson.Default.SandboxWorld)
                ?? throw new FormatException("The world file is empty: it must hold an object with discord and telegram.");
        }
        catch (JsonException refused)
        {
            throw new FormatException(
                $"The world file cannot be read at {refused.Path ?? "$"}, line {(refused.LineNumber ?? 0) + 1}: {refused.Message}", refused);
        }

        var problems = WorldCheck.Problems(world);
        return problems.Count == 0 ? world : throw new FormatException("The world does not fit together: " + string.Join(' ', problems));
    }
}
