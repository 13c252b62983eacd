using NodaTime;

namespace BotHost.Announcements.Platforms;

/// <summary>Asks for one message whose sending ended without an answer.</summary>
/// <param name="Target">Where it was sent to.</param>
/// <param name="Payload">Exactly what was sent.</param>
/// <param name="Since">When its first attempt was claimed, on the machine's wall clock: it cannot stand there from before.</param>
/// <param name="Known">The receipts of the bot's other messages, which are not it however alike they look.</param>
public sealed record LookUpOrder(ChannelAddress Target, string Payload, Instant Since, IReadOnlySet<string> Known);
