using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotHost.Sandbox;

/// <summary>A planned misbehaviour of a platform: which requests, at which moment, what happens.</summary>
public sealed record SandboxFault
{
    /// <summary>What the fault is called when it is removed. Default: a name of the sandbox's own, which planning it returns.</summary>
    public string? Id { get; init; }

    /// <summary>discord or telegram; null is either.</summary>
    public string? Platform { get; init; }

    /// <summary>A Discord route name (such as create-message), its method and template, or a Bot API method; null is any.</summary>
    public string? Route { get; init; }

    /// <summary>A Discord channel's id (for requests about a server, the server's), or a Telegram chat as the request addresses it; null is any.</summary>
    public string? Target { get; init; }

    /// <summary>Only requests that hold this text in one of their decoded values; null is any.</summary>
    public string? Containing { get; init; }

    /// <summary>The first request hit, counted from 1 over the matching requests since the fault was added.</summary>
    public int Nth { get; init => field = value == 0 ? 1 : value; } = 1;

    /// <summary>How many matching requests in a row are hit. Default: 1.</summary>
    public int Count { get; init => field = value == 0 ? 1 : value; } = 1;

    /// <summary>A fault that lasts until it is removed, whatever <see cref="Count"/> says. Default: none, it ends with its count.</summary>
    public FaultEnd? Until { get; init; }

    public FaultPhase Phase { get; init; } = FaultPhase.BeforeAccept;

    public required FaultAction Action { get; init; }
}

/// <summary>What ends a fault that lasts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultEnd>))]
public enum FaultEnd
{
    /// <summary>Somebody removes it.</summary>
    [JsonStringEnumMemberName("cleared")]
    Cleared,
}

/// <summary>The moment of a fault in the life of a request.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultPhase>))]
public enum FaultPhase
{
    /// <summary>The request is there in full; nothing was done or recorded for it.</summary>
    [JsonStringEnumMemberName("before-accept")]
    BeforeAccept,

    /// <summary>It was carried out and recorded; no byte of the answer has left.</summary>
    [JsonStringEnumMemberName("after-accept")]
    AfterAccept,

    /// <summary>The answer has been flushed.</summary>
    [JsonStringEnumMemberName("after-answer")]
    AfterAnswer,
}

/// <summary>What a fault does. A stall comes first, then a kill; then a reset or another answer replaces the true one.</summary>
public sealed record FaultAction
{
    /// <summary>Answer with this status instead.</summary>
    public int? Status { get; init; }

    /// <summary>The body for <see cref="Status"/>: JSON, or a string that is sent as it is (as text/html). Default: empty.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>Cut the connection (TCP reset).</summary>
    public bool Reset { get; init; }

    /// <summary>Hold the request for so long, in machine time.</summary>
    public int? StallMilliseconds { get; init; }

    /// <summary>SIGKILL this process, then cut the connection.</summary>
    public int? KillPid { get; init; }

    /// <summary>Kill so much later, in machine time; the request goes on as if nothing were planned. Default: at once.</summary>
    public int? DelayMilliseconds { get; init; }

    /// <summary>Answer 429 in the platform's own form, with so many seconds.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>Whose limit a 429 of Discord's is; Telegram does not say. Default: user.</summary>
    public RateScope Scope { get; init; }
}

/// <summary>Discord's word for whose limit was reached.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RateScope>))]
public enum RateScope
{
    /// <summary>The bot's own, of one bucket.</summary>
    [JsonStringEnumMemberName("user")]
    User,

    /// <summary>The bot's own, over all requests.</summary>
    [JsonStringEnumMemberName("global")]
    Global,

    /// <summary>That of the resource, which others have used up.</summary>
    [JsonStringEnumMemberName("shared")]
    Shared,
}
