using BotHost.EndToEnd.Tests.Processes;
using Microsoft.Data.Sqlite;

namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>A ledger as the first released schema kept it: long in use, and the first talk of the table is announced in it.</summary>
internal static class SentInFirstVersion
{
    private const int OldPosts = 3_000;

    /// <summary>2027-02-20 00:00 UTC in the ledger's ticks: older than everything that is played.</summary>
    private const long Earlier = 1_803_081_600L * 10_000_000;

    /// <summary>2027-03-01 00:58 UTC: the bot that wrote it ended just before the campaign begins.</summary>
    private const long LastSignOfLife = 1_803_862_680L * 10_000_000;

    private static PlayedTalk Announced => PlayedTalks.All[0];

    /// <summary>What the ledger says was sent, so that it may not be sent by this campaign.</summary>
    public static bool Holds(PlayedMessage message) => message.Talk == Announced.Id && message.Step == "announce";

    public static void Write(string file)
    {
        Clear(file);
        using var connection = Open(file);
        Execute(connection, "PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginTransaction();
        Execute(connection, Schema());
        Execute(connection, "CREATE TABLE bothost_versions (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT");
        Execute(connection, $"INSERT INTO bothost_versions VALUES (1, '0001-ledger', {Earlier})");
        Execute(connection, $"INSERT INTO life VALUES (1, {Earlier}, {LastSignOfLife})");
        for (var number = 0; number < OldPosts; number++)
        {
            Add(connection, $"old-talk-{number / 40}", FortyChannels.All[number % 40], messages: 1);
        }

        foreach (var channel in FortyChannels.Of(Announced.Series))
        {
            Add(connection, Announced.Id, channel, channel.MessagesOfAnnouncement);
        }

        transaction.Commit();
    }

    /// <summary>The version of a ledger as the next start will find it; looked at in a copy, so that what a kill left stays as it is.</summary>
    public static long VersionOf(string file)
    {
        using var folder = new TemporaryFolder();
        foreach (var ending in (string[])["", "-wal"])
        {
            if (File.Exists(file + ending))
            {
                File.Copy(file + ending, folder["copy.db"] + ending);
            }
        }

        using var connection = Open(folder["copy.db"]);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT max(version) FROM bothost_versions";
        return (long)command.ExecuteScalar()!;
    }

    private static void Clear(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        foreach (var ending in (string[])["", "-wal", "-shm"])
        {
            File.Delete(file + ending);
        }
    }

    private static void Add(SqliteConnection connection, string talk, PlayedChannel channel, int messages)
    {
        Execute(connection, $"""
            INSERT INTO deliveries (kind, subject, step, occasion, target, state, due_at, parts, created_at, changed_at)
            VALUES ('step', '{talk}', 'announce', '', '{channel.Platform}:{channel.Address}', 'sent', {Earlier}, {messages}, {Earlier}, {Earlier})
            """);
        for (var part = 1; part <= messages; part++)
        {
            Execute(connection, $$"""
                INSERT INTO effects (delivery_id, kind, part, attempt, state, payload, payload_hash, receipt, owner, first_claimed_at, claimed_at, recorded_at)
                VALUES ((SELECT max(id) FROM deliveries), 'message', {{part}}, 1, 'sent', '{}', '', '1', 'an earlier start', {{Earlier}}, {{Earlier}}, {{Earlier}})
                """);
        }
    }

    /// <summary>A released migration never changes, so its own text is the schema of its time.</summary>
    private static string Schema()
    {
        using var stream = System.Reflection.Assembly.Load("BotHost.Storage").GetManifestResourceStream("0001-ledger")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
