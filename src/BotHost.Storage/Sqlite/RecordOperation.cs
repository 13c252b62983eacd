using BotHost.Announcements.Delivery;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.Storage.Sqlite;

/// <summary>Writes down what became of an attempt, if it is still the one that is on its way.</summary>
internal static class RecordOperation
{
    public static bool Run(SqliteConnection connection, AttemptId attempt, Outcome outcome, Instant now)
    {
        var part = connection.FindPart(attempt.Delivery, attempt.Part);
        if (part is not { State: DeliveryState.Sending } || part.Attempt != attempt.Attempt)
        {
            return false;
        }

        var (state, reason) = OutcomeRules.OfPart(outcome, part.InDoubt);
        connection.Execute(
            """
            UPDATE effects SET state = @state, reason = @reason, receipt = @receipt, in_doubt = @doubt, recorded_at = @now
            WHERE delivery_id = @delivery AND kind = @kind AND part = @part
            """,
            ("@delivery", attempt.Delivery), ("@kind", StoredWords.Message), ("@part", attempt.Part), ("@state", state.Word()), ("@reason", reason),
            ("@receipt", (outcome as Outcome.Sent)?.Receipt), ("@doubt", state is DeliveryState.Unknown), ("@now", now.ToTicks()));
        WriteHistory(connection, attempt, outcome, now);

        var delivery = connection.FindDelivery(attempt.Delivery)!;
        var (deliveryState, deliveryReason) = OutcomeRules.OfDelivery(state, reason, connection.CountSent(delivery.Id), delivery.Parts);
        connection.UpdateDelivery(delivery.Id, deliveryState, deliveryReason, now);
        return true;
    }

    private static void WriteHistory(SqliteConnection connection, AttemptId attempt, Outcome outcome, Instant now)
    {
        var (word, detail) = OutcomeRules.ForHistory(outcome);
        connection.Execute(
            """
            UPDATE attempts SET outcome = @outcome, detail = @detail, recorded_at = @now
            WHERE delivery_id = @delivery AND kind = @kind AND part = @part AND attempt = @attempt
            """,
            ("@delivery", attempt.Delivery), ("@kind", StoredWords.Message), ("@part", attempt.Part), ("@attempt", attempt.Attempt),
            ("@outcome", word), ("@detail", detail), ("@now", now.ToTicks()));
    }
}
