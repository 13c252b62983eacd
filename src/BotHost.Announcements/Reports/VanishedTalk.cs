using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>A talk that members were told of, and that is no longer in the files.</summary>
/// <param name="Subject">Its id, as the ledger knows it.</param>
/// <param name="Start">The start that was told, as in the ledger's keys; empty where it was to be announced.</param>
/// <param name="ToldAt">When members were last told of it.</param>
public sealed record VanishedTalk(string Subject, string Start, Instant ToldAt)
{
    /// <summary>The start for people, as in <c>2027-01-20 19:00 (Asia/Tokyo)</c>.</summary>
    public string When => Start.Split('[', ']') is [var when, var zone, ""] ? $"{when.Replace('T', ' ')} ({zone})" : "date to be announced";
}
