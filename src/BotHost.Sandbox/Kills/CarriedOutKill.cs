using System.Text.Json.Serialization;

namespace BotHost.Sandbox;

/// <summary>A kill that the sandbox carried out, and what it was aimed at.</summary>
public sealed record CarriedOutKill
{
    /// <summary>The name of the fault or of the planned kill.</summary>
    public required string Id { get; init; }

    public required int Pid { get; init; }

    public required KillOccasion At { get; init; }

    /// <summary>False: the process had ended before, so the kill met nobody.</summary>
    public required bool WasAlive { get; init; }

    /// <summary>Machine time right after the signal was sent.</summary>
    public required DateTimeOffset KilledAt { get; init; }

    /// <summary>The request's, where a request was the occasion.</summary>
    public string? Platform { get; init; }

    /// <summary>HTTP method and path template, or the Bot API method.</summary>
    public string? Route { get; init; }

    public string? ChatId { get; init; }

    public FaultPhase? Phase { get; init; }

    /// <summary>Which of the requests that match the fault, or which change of the file; counted from 1.</summary>
    public long? Nth { get; init; }

    /// <summary>What the fault looked for in the request.</summary>
    public string? Containing { get; init; }

    public string? File { get; init; }

    /// <summary>The length of the file right before the signal, in bytes.</summary>
    public long? FileLength { get; init; }

    /// <summary>How long after the occasion.</summary>
    public int? DelayMilliseconds { get; init; }
}

/// <summary>What a kill was aimed at.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<KillOccasion>))]
public enum KillOccasion
{
    [JsonStringEnumMemberName("request")]
    Request,

    [JsonStringEnumMemberName("time")]
    Time,

    [JsonStringEnumMemberName("file")]
    File,
}
