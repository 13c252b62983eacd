using System.Collections.Concurrent;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Logging;

namespace BotHost.Announcements.Reports;

/// <summary>Opens private chats with the listed moderators, and remembers which are open.</summary>
public sealed partial class PrivateChats(PlatformDirectory platforms, TimeProvider machine, ILogger<PrivateChats> logger)
{
    /// <summary>How long a moderator who cannot be reached is not asked for.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(PlatformId Platform, string User), (PrivateChat Chat, long At)> _known = new();

    /// <summary>Where the listed users can be written to now, on every platform that can be spoken to.</summary>
    public async Task<IReadOnlyList<ChannelAddress>> OpenAsync(IEnumerable<ModeratorRules> moderators, CancellationToken cancellationToken)
    {
        var open = new List<ChannelAddress>();
        foreach (var (platformId, user) in moderators.SelectMany(rules => rules.Users.Select(user => (rules.Platform, user))).Distinct())
        {
            if (platforms.WhyHeld(platformId) is null && await OpenAsync(platforms.Find(platformId)!, user, cancellationToken) is PrivateChat.Open chat)
            {
                open.Add(chat.Address);
            }
        }

        return open;
    }

    private async Task<PrivateChat> OpenAsync(IChatPlatform platform, string user, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((platform.Id, user), out var known) && (known.Chat is PrivateChat.Open || machine.GetElapsedTime(known.At) < AskAgainAfter))
        {
            return known.Chat;
        }

        var chat = await AskAsync(platform, user, cancellationToken);
        _known[(platform.Id, user)] = (chat, machine.GetTimestamp());
        return chat;
    }

    private async Task<PrivateChat> AskAsync(IChatPlatform platform, string user, CancellationToken cancellationToken)
    {
        try
        {
            return await platform.OpenPrivateChatAsync(user, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The platform room promises an answer; that one room breaks its word must not keep the others from being told.
            Log.OpeningFailedUnexpectedly(logger, exception, platform.Id);
            return new PrivateChat.Closed(exception.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Opening a private chat on {Platform} failed in a way that its room did not foresee")]
        public static partial void OpeningFailedUnexpectedly(ILogger logger, Exception exception, PlatformId platform);
    }
}
