using BotHost.Announcements.Platforms;
using NodaTime;

namespace BotHost.Previews;

/// <summary>A channel that would get a post.</summary>
/// <param name="Channel">The channel, or one face of it.</param>
/// <param name="At">When the post would go out; where that is open, now.</param>
/// <param name="WhyOpen">Why nobody knows when it goes out, or why it does not; null where the time is settled.</param>
internal sealed record PreviewPlace(Channel Channel, Instant At, string? WhyOpen);
