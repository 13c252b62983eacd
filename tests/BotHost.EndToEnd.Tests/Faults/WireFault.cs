using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Faults;

/// <summary>One row of the table: what the wire does to a message, and what the bot can know of it afterwards. Written by hand.</summary>
/// <param name="Recorded">How the platforms' record names it.</param>
/// <param name="Phase">Before the platform takes the message, or after.</param>
/// <param name="Action">What happens.</param>
/// <param name="IsTaken">Whether the message stands there afterwards.</param>
/// <param name="IsHidden">
/// Whether the bot cannot know that. On Discord it then repeats with the same nonce or looks into the history, and ends at once and once; on Telegram, which offers neither, the
/// post stays unknown, and what would follow in it is not sent.
/// </param>
internal sealed record WireFault(string Recorded, FaultPhase Phase, FaultAction Action, bool IsTaken, bool IsHidden)
{
    /// <summary>Longer than the bot waits for an answer, which is half a minute.</summary>
    private const int Stall = 32_000;

    public static IReadOnlyList<WireFault> All { get; } =
    [
        new("BeforeAccept: answered 502", FaultPhase.BeforeAccept, new FaultAction { Status = 502 }, IsTaken: false, IsHidden: true),
        new("AfterAccept: answered 502", FaultPhase.AfterAccept, new FaultAction { Status = 502 }, IsTaken: true, IsHidden: true),
        new("BeforeAccept: connection reset", FaultPhase.BeforeAccept, new FaultAction { Reset = true }, IsTaken: false, IsHidden: true),
        new("AfterAccept: connection reset", FaultPhase.AfterAccept, new FaultAction { Reset = true }, IsTaken: true, IsHidden: true),
        new("BeforeAccept: held for 32000 ms", FaultPhase.BeforeAccept, new FaultAction { StallMilliseconds = Stall }, IsTaken: false, IsHidden: true),
        new("AfterAccept: held for 32000 ms", FaultPhase.AfterAccept, new FaultAction { StallMilliseconds = Stall }, IsTaken: true, IsHidden: true),

        // A late answer is an answer, and "too many" says for certain that nothing was taken: it is sent again, and stands there in the end.
        new("AfterAccept: held for 3000 ms", FaultPhase.AfterAccept, new FaultAction { StallMilliseconds = 3_000 }, IsTaken: true, IsHidden: false),
        new("BeforeAccept: 429 for 1 s", FaultPhase.BeforeAccept, new FaultAction { RetryAfter = 1 }, IsTaken: true, IsHidden: false),
        new("BeforeAccept: 429 for 2 s", FaultPhase.BeforeAccept, new FaultAction { RetryAfter = 2, Scope = RateScope.Global }, IsTaken: true, IsHidden: false),
    ];

    public bool IsStall => Action.StallMilliseconds is Stall;
}
