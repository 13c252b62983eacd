using BotHost.Announcements.Talks;
using Microsoft.Data.Sqlite;

namespace BotHost.Storage.Sqlite;

/// <summary>Moderators' changes to talks: one for each field, of which the last counts.</summary>
internal static class OverrideOperation
{
    public static IReadOnlyList<TalkOverride> All(SqliteConnection connection) => connection.Query(
        "SELECT talk, field, replaced_value, value, made_by, made_at FROM overrides ORDER BY talk, field",
        row => new TalkOverride(new TalkId(row.GetString(0)), row.GetString(1), TextOf(row, 2), TextOf(row, 3), row.GetString(4), row.GetInstant(5)));

    public static bool Set(SqliteConnection connection, TalkOverride change) => connection.Execute(
        """
        INSERT INTO overrides (talk, field, replaced_value, value, made_by, made_at) VALUES (@talk, @field, @replaced, @value, @by, @at)
        ON CONFLICT (talk, field) DO UPDATE SET
          replaced_value = excluded.replaced_value, value = excluded.value, made_by = excluded.made_by, made_at = excluded.made_at
        """,
        ("@talk", change.Talk.Value), ("@field", change.Field), ("@replaced", change.ReplacedValue), ("@value", change.Value),
        ("@by", change.MadeBy), ("@at", change.MadeAt.ToTicks())) > 0;

    public static bool End(SqliteConnection connection, TalkId talk, string field) => connection.Execute(
        "DELETE FROM overrides WHERE talk = @talk AND field = @field", ("@talk", talk.Value), ("@field", field)) > 0;

    private static string? TextOf(SqliteDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetString(ordinal);
}
