using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.Storage.Sqlite;

/// <summary>Writes down what became of an attempt, if it is still the one that is on its way.</summary>
internal static class RecordOperation
{
    public static bool Run(SqliteConnection connection, AttemptId attempt, Outcome outcome, Instant now)
    {
        var effect = connection.FindEffect(attempt.Delivery, attempt.Kind, attempt.Part);
        if (effect is not { State: DeliveryState.Sending } || effect.Attempt != attempt.Attempt)
        {
            return false;
        }

        var (state, reason) = attempt.Kind is EffectKind.Message
            ? OutcomeRules.OfPart(outcome, effect.InDoubt)
            : OutcomeRules.OfOrnament(outcome, effect.InDoubt);
        // An event that could not be changed is still the event that was made.
        connection.Execute(
            """
            UPDATE effects SET state = @state, reason = @reason, receipt = COALESCE(@receipt, receipt), in_doubt = @doubt, recorded_at = @now
            WHERE delivery_id = @delivery AND kind = @kind AND part = @part
            """,
            ("@delivery", attempt.Delivery), ("@kind", attempt.Kind.Word()), ("@part", attempt.Part), ("@state", state.Word()), ("@reason", reason),
            ("@receipt", (outcome as Outcome.Sent)?.Receipt), ("@doubt", state is DeliveryState.Unknown), ("@now", now.ToTicks()));
        connection.WriteHistory(attempt, OutcomeRules.ForHistory(outcome), now);
        if (attempt.Kind is not EffectKind.Message)
        {
            return true;
        }

        var delivery = connection.FindDelivery(attempt.Delivery)!;
        var (deliveryState, deliveryReason) = OutcomeRules.OfDelivery(state, reason, connection.CountSent(delivery.Id), delivery.Parts);
        connection.UpdateDelivery(delivery.Id, deliveryState, deliveryReason, now);
        return true;
    }
}
