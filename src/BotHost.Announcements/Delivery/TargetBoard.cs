using System.Collections.Concurrent;
using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Logging;

namespace BotHost.Announcements.Delivery;

/// <summary>
/// The targets that refuse the bot: a channel that is gone, or where it may not write. They are set aside, so that a platform is not asked again and again,
/// and tried again after a reload, a change of rights, a moderator's press, a restart, and once a day.
/// </summary>
public sealed partial class TargetBoard(TimeProvider machine, ILogger<TargetBoard> logger)
{
    public static readonly TimeSpan TriedAgainAfter = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<ChannelAddress, Entry> _aside = new();

    /// <summary>What is set aside now, and why.</summary>
    public IReadOnlyList<(ChannelAddress Target, string Reason)> All =>
        [.. _aside.OrderBy(entry => entry.Key.ToString(), StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value.Reason))];

    /// <summary>Why nothing is sent there now; null where it may be tried.</summary>
    public string? WhySetAside(ChannelAddress target) =>
        _aside.TryGetValue(target, out var entry) && !entry.MayTry && machine.GetElapsedTime(entry.Since) < TriedAgainAfter ? entry.Reason : null;

    public void SetAside(ChannelAddress target, string reason)
    {
        // The same refusal after a second try is no news.
        if (!_aside.TryGetValue(target, out var before) || before.Reason != reason)
        {
            Log.SetAside(logger, target, reason);
        }

        _aside[target] = new Entry(reason, machine.GetTimestamp(), MayTry: false);
    }

    /// <summary>The target has taken something.</summary>
    public void TakeBack(ChannelAddress target)
    {
        if (_aside.TryRemove(target, out _))
        {
            Log.TakenBack(logger, target);
        }
    }

    /// <summary>Something has changed that may have mended them: each is tried once more.</summary>
    public void TryAll()
    {
        foreach (var (target, entry) in _aside)
        {
            _aside.TryUpdate(target, entry with { MayTry = true }, entry);
        }
    }

    private sealed record Entry(string Reason, long Since, bool MayTry);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Target} is set aside: {Reason}. It is tried again when the config or the bot's rights change, when a moderator says so, and once a day")]
        public static partial void SetAside(ILogger logger, ChannelAddress target, string reason);

        [LoggerMessage(2, LogLevel.Information, "{Target} takes posts again")]
        public static partial void TakenBack(ILogger logger, ChannelAddress target);
    }
}
