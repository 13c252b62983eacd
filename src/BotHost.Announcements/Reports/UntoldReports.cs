using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BotHost.Announcements.Reports;

/// <summary>What no moderator could be told: it stands in the log, once, and on top of <c>/status</c> until it was told or is out of date.</summary>
public sealed partial class UntoldReports(TimeProvider machine, ILogger<UntoldReports> logger)
{
    /// <summary>Whoever has something to tell tries again within seconds; what nobody tries any more is out of date.</summary>
    public static readonly TimeSpan OutOfDateAfter = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Subject, string Step), (string Line, long At)> _lines = new();
    private readonly ConcurrentDictionary<string, byte> _logged = new();

    public IReadOnlyList<string> Lines =>
    [
        .. _lines.Values.Where(entry => machine.GetElapsedTime(entry.At) < OutOfDateAfter).OrderBy(entry => entry.At).Select(entry => entry.Line),
    ];

    public void Add(Report report)
    {
        // A later report of the same name says what the earlier one said, and more.
        _lines[(report.Subject, report.Step)] = (report.Line, machine.GetTimestamp());
        if (_logged.TryAdd($"{report.Subject}|{report.Step}|{report.Occasion}", 0))
        {
            Log.NobodyTold(logger, report.Line);
        }
    }

    public void Remove(Report report) => _lines.TryRemove((report.Subject, report.Step), out _);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "No moderator could be told: {Line}. Name a chat under moderators, report_to, that the bot can write to, or let a listed user write to the bot first")]
        public static partial void NobodyTold(ILogger logger, string line);
    }
}
