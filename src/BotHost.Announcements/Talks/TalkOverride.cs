using NodaTime;

namespace BotHost.Announcements.Talks;

/// <summary>A moderator's change to one value of a talk. It wins while the file still says what it replaced.</summary>
/// <param name="Talk">The talk, by the id that the ledger knows it by.</param>
/// <param name="Field">The key of the talk's file, for example <c>start</c>.</param>
/// <param name="ReplacedValue">What the file said, as written there; null: nothing.</param>
/// <param name="Value">What counts instead, as it would be written in the file; null: nothing.</param>
/// <param name="MadeBy">Who made it, as <c>platform:user</c>.</param>
/// <param name="MadeAt">When, on the machine's clock.</param>
public sealed record TalkOverride(TalkId Talk, string Field, string? ReplacedValue, string? Value, string MadeBy, Instant MadeAt);
