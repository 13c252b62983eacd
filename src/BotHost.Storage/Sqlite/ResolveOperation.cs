using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.Storage.Sqlite;

/// <summary>Ends the doubt about an effect. Whatever is not in doubt stays as it is.</summary>
internal static class ResolveOperation
{
    public static bool Run(SqliteConnection connection, DeliveryKey key, EffectKind kind, int part, Resolution resolution, Instant now)
    {
        if (connection.FindDelivery(key) is not { } delivery || connection.FindEffect(delivery.Id, kind, part) is not { State: DeliveryState.Unknown } effect)
        {
            return false;
        }

        var (state, reason) = OutcomeRules.OfResolution(resolution);
        connection.Execute(
            """
            UPDATE effects SET state = @state, reason = @reason, receipt = @receipt, in_doubt = 0, recorded_at = @now
            WHERE delivery_id = @delivery AND kind = @kind AND part = @part
            """,
            ("@delivery", delivery.Id), ("@kind", kind.Word()), ("@part", part), ("@state", state.Word()), ("@reason", reason),
            ("@receipt", (resolution as Resolution.Found)?.Receipt), ("@now", now.ToTicks()));
        connection.WriteHistory(new AttemptId(delivery.Id, part, effect.Attempt, kind), OutcomeRules.ForHistory(resolution), now);
        if (kind is EffectKind.Message)
        {
            FollowUp(connection, delivery, state, reason, resolution, now);
        }

        return true;
    }

    private static void FollowUp(SqliteConnection connection, RecordedDelivery delivery, DeliveryState part, string partReason, Resolution resolution, Instant now)
    {
        var (state, reason) = OutcomeRules.OfDelivery(part, partReason, connection.CountSent(delivery.Id), delivery.Parts);
        connection.UpdateDelivery(delivery.Id, state, reason, now);
        connection.Execute(
            "UPDATE deliveries SET deferred_until = NULL, generation = generation + @raised WHERE id = @id",
            ("@id", delivery.Id), ("@raised", resolution is Resolution.Again ? 1 : 0));
    }
}
