using System.Security.Cryptography;
using System.Text;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Delivery.Ornaments;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.Storage.Sqlite;

/// <summary>Grants a part to one caller and records what is about to be sent.</summary>
internal static class ClaimOperation
{
    public static ClaimResult Run(SqliteConnection connection, Claim claim, string owner)
    {
        var delivery = connection.FindDelivery(claim.Key);
        var part = delivery is null ? null : connection.FindPart(delivery.Id, claim.Part);
        var before = delivery is null || claim.Part == 1 ? null : connection.FindPart(delivery.Id, claim.Part - 1)?.State;
        if (ClaimRules.Refusal(claim, delivery, part, before) is { } refusal)
        {
            return refusal;
        }

        var id = delivery is null
            ? connection.InsertDelivery(claim.Key, DeliveryState.Sending, "", claim.Parts, claim.DueAt, claim.Now)
            : MarkSending(connection, delivery.Id, claim);
        KeepFacts(connection, id, claim);
        var attempt = (part?.Attempt ?? 0) + 1;
        WritePart(connection, id, attempt, claim, owner);
        KeepFollowing(connection, id, claim, owner);
        var granted = new AttemptId(id, claim.Part, attempt);
        connection.StartHistory(granted, owner, claim.Wall);
        return new ClaimResult.Granted(granted, delivery?.Generation ?? 0);
    }

    private static long MarkSending(SqliteConnection connection, long id, Claim claim)
    {
        connection.Execute(
            "UPDATE deliveries SET state = @sending, reason = '', due_at = @due, parts = @parts, deferred_until = NULL, changed_at = @now WHERE id = @id",
            ("@id", id), ("@sending", StoredWords.Sending), ("@due", claim.DueAt.ToTicks()), ("@parts", claim.Parts), ("@now", claim.Now.ToTicks()));
        return id;
    }

    // A repeat tells what its first attempt told, and the first message speaks for those that follow.
    private static void KeepFacts(SqliteConnection connection, long id, Claim claim)
    {
        if (claim is { Part: 1, Repeat: false })
        {
            connection.Execute(
                "UPDATE deliveries SET facts = @facts, facts_hash = @hash WHERE id = @id",
                ("@id", id), ("@facts", claim.Facts?.Json), ("@hash", claim.Facts?.Hash));
        }
    }

    // What came back surely was not taken, so the window in which the platform discards repeats begins anew; a repeat of an unknown attempt keeps its first.
    private static void WritePart(SqliteConnection connection, long delivery, int attempt, Claim claim, string owner) => connection.Execute(
        """
        INSERT INTO effects (delivery_id, kind, part, attempt, state, payload, payload_hash, owner, first_claimed_at, claimed_at)
        VALUES (@delivery, @kind, @part, @attempt, @sending, @payload, @hash, @owner, @wall, @wall)
        ON CONFLICT (delivery_id, kind, part) DO UPDATE SET
          attempt = excluded.attempt,
          state = excluded.state,
          reason = '',
          first_claimed_at = CASE WHEN state = @unknown THEN first_claimed_at ELSE excluded.first_claimed_at END,
          payload = excluded.payload,
          payload_hash = excluded.payload_hash,
          owner = excluded.owner,
          claimed_at = excluded.claimed_at,
          recorded_at = NULL
        """,
        ("@delivery", delivery), ("@kind", StoredWords.Message), ("@part", claim.Part), ("@attempt", attempt), ("@sending", StoredWords.Sending), ("@unknown", StoredWords.Unknown),
        ("@payload", claim.Payload), ("@hash", Hash(claim.Payload)), ("@owner", owner), ("@wall", claim.Wall.ToTicks()));

    // None of them has left while the first is only being claimed, so what an earlier composition left there is replaced.
    private static void KeepFollowing(SqliteConnection connection, long delivery, Claim claim, string owner)
    {
        if (claim is not { Part: 1, Repeat: false })
        {
            return;
        }

        connection.Execute("DELETE FROM effects WHERE delivery_id = @delivery AND (kind <> @kind OR part > 1)", ("@delivery", delivery), ("@kind", StoredWords.Message));
        foreach (var (index, payload) in claim.Following.Index())
        {
            KeepForLater(connection, delivery, new PlannedEffect(EffectKind.Message, index + 2, payload), position: 0, claim.Wall, owner);
        }

        foreach (var (index, ornament) in claim.Ornaments.Index())
        {
            KeepForLater(connection, delivery, ornament, position: index + 1, claim.Wall, owner);
        }
    }

    private static void KeepForLater(SqliteConnection connection, long delivery, PlannedEffect effect, int position, Instant wall, string owner) => connection.Execute(
        """
        INSERT INTO effects (delivery_id, kind, part, position, attempt, state, payload, payload_hash, owner, first_claimed_at, claimed_at)
        VALUES (@delivery, @kind, @part, @position, 0, @retry, @payload, @hash, @owner, @wall, @wall)
        """,
        ("@delivery", delivery), ("@kind", effect.Kind.Word()), ("@part", effect.Part), ("@position", position), ("@retry", StoredWords.Retry),
        ("@payload", effect.Payload), ("@hash", Hash(effect.Payload)), ("@owner", owner), ("@wall", wall.ToTicks()));

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string Hash(string payload) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload)));
}
