using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.Storage.Sqlite;

/// <summary>Grants an ornament of a sent delivery to one caller.</summary>
internal static class OrnamentOperation
{
    public static ClaimResult Claim(SqliteConnection connection, DeliveryKey key, EffectKind kind, int part, string owner, Instant wall)
    {
        var delivery = connection.FindDelivery(key);
        var ornament = delivery is null ? null : connection.FindEffect(delivery.Id, kind, part);
        if (ClaimRules.RefusalOfOrnament(delivery, ornament) is { } refusal)
        {
            return refusal;
        }

        var attempt = new AttemptId(delivery!.Id, part, ornament!.Attempt + 1, kind);
        connection.Execute(
            """
            UPDATE effects SET
              attempt = @attempt, state = @sending, reason = '', owner = @owner, claimed_at = @wall, recorded_at = NULL,
              first_claimed_at = CASE WHEN in_doubt THEN first_claimed_at ELSE @wall END
            WHERE delivery_id = @delivery AND kind = @kind AND part = @part
            """,
            ("@delivery", delivery.Id), ("@kind", kind.Word()), ("@part", part), ("@attempt", attempt.Attempt),
            ("@sending", StoredWords.Sending), ("@owner", owner), ("@wall", wall.ToTicks()));
        connection.StartHistory(attempt, owner, wall);
        return new ClaimResult.Granted(attempt, delivery.Generation);
    }
}
