using BotHost.Announcements.Platforms;

namespace BotHost.Announcements.Commands;

/// <summary>Where a talk's announcement stands in one channel.</summary>
/// <param name="Channel">Which.</param>
/// <param name="Word">For people, for example <c>posted already</c> or <c>held: the token is missing</c>.</param>
/// <param name="Pending">Whether an order to post would send something there.</param>
public sealed record ChannelStatus(Channel Channel, string Word, bool Pending);
