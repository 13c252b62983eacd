using System.Globalization;

namespace BotHost.Telegram.Updates;

/// <summary>Which updates were taken, so that none is answered twice, across restarts too.</summary>
/// <param name="Next">The lowest update that was not taken yet.</param>
/// <param name="At">When the last one was taken.</param>
internal sealed record PollMark(long Next, DateTimeOffset At)
{
    /// <summary>
    /// After a week without updates the platform starts to number them anew, at random; it keeps unfetched ones for a day.
    /// A mark of this age therefore protects from nothing, and might hide new updates.
    /// </summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(6);

    public static PollMark None { get; } = new(0, DateTimeOffset.MinValue);

    public bool IsAlive(DateTimeOffset now) => Next > 0 && now - At < Lifetime;

    /// <summary>What to ask for; null: from the oldest that the platform has.</summary>
    public long? OffsetAt(DateTimeOffset now) => IsAlive(now) ? Next : null;

    public bool HasTaken(long updateId, DateTimeOffset now) => IsAlive(now) && updateId < Next;

    public static PollMark Parse(string? note)
    {
        var parts = note?.Split(' ') ?? [];
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var next)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? new PollMark(next, DateTimeOffset.FromUnixTimeSeconds(seconds))
                : None;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Next} {At.ToUnixTimeSeconds()}");
}
