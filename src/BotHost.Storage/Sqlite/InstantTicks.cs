using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.Storage.Sqlite;

/// <summary>Instants in the store: 100-nanosecond ticks since the Unix epoch, the finest step that any of our clocks has.</summary>
internal static class InstantTicks
{
    public static long ToTicks(this Instant instant) => instant.ToUnixTimeTicks();

    public static Instant GetInstant(this SqliteDataReader row, int ordinal) => Instant.FromUnixTimeTicks(row.GetInt64(ordinal));
}
