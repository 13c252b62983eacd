using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Delivery.Ornaments;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.Storage.Sqlite;

/// <summary>Grants an ornament of a sent delivery to one caller, and gives one another payload.</summary>
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

    public static bool Revise(SqliteConnection connection, DeliveryKey key, PlannedEffect effect, string owner, Instant wall)
    {
        if (connection.FindDelivery(key) is not { State: DeliveryState.Sent } delivery
            || connection.FindEffect(delivery.Id, effect.Kind, effect.Part) is { State: DeliveryState.Sending or DeliveryState.Unknown })
        {
            return false;
        }

        // What was made stays known by its receipt, and attempts go on counting.
        connection.Execute(
            """
            INSERT INTO effects (delivery_id, kind, part, position, attempt, state, payload, payload_hash, owner, first_claimed_at, claimed_at)
            VALUES (
              @delivery, @kind, @part, (SELECT COALESCE(MAX(position), 0) + 1 FROM effects WHERE delivery_id = @delivery),
              0, @retry, @payload, @hash, @owner, @wall, @wall)
            ON CONFLICT (delivery_id, kind, part) DO UPDATE SET
              state = excluded.state, reason = '', payload = excluded.payload, payload_hash = excluded.payload_hash
            WHERE payload_hash <> excluded.payload_hash
            """,
            ("@delivery", delivery.Id), ("@kind", effect.Kind.Word()), ("@part", effect.Part), ("@retry", StoredWords.Retry),
            ("@payload", effect.Payload), ("@hash", ClaimOperation.Hash(effect.Payload)), ("@owner", owner), ("@wall", wall.ToTicks()));
        return true;
    }
}
