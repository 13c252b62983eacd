using System.Collections.Immutable;
using NodaTime;

namespace BotHost.Announcements.Talks;

/// <summary>Whom the bot speaks for: name, default zone, and languages with the leading one first.</summary>
public sealed record Community(string Name, DateTimeZone Zone, ImmutableArray<string> Languages);
