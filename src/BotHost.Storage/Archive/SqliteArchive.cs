using System.Collections.Immutable;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace BotHost.Storage.Archive;

/// <summary>The archive of a SQLite file. Reading needs no lock; filling takes the one that a running bot holds.</summary>
internal sealed class SqliteArchive(DatabaseFile file, SqliteDatabase database) : ILedgerArchive
{
    public string Where => file.Path;

    public Task<bool> ExportAsync(TextWriter output, CancellationToken cancellationToken) => Task.Run(
        () => SqliteView.Look(file, connection =>
        {
            ArchiveWriter.Write(connection, output);
            return this;
        }) is not null,
        cancellationToken);

    public async Task<LedgerImport> ImportAsync(TextReader input, CancellationToken cancellationToken)
    {
        // Read to the end before anything is opened: a file that cannot be imported leaves nothing behind.
        var (lines, problems) = ArchiveReader.Read(input);
        if (problems.Count > 0)
        {
            return new LedgerImport(0, [.. problems]);
        }

        var deliveries = await database.WriteAsync(connection => ArchiveImport.Run(connection, lines, file.Path), cancellationToken);
        // What the exported ledger did after its export is nowhere in it.
        database.Mark.KeepAheadOf((await database.ReadAsync(LedgerIdentity.Read, cancellationToken))!);
        return new LedgerImport(deliveries, ImmutableArray<LedgerImportProblem>.Empty);
    }

    public Task<bool> BackupAsync(string path, CancellationToken cancellationToken) => Task.Run(() => Backup(Path.GetFullPath(path)), cancellationToken);

    private bool Backup(string path)
    {
        file.RefuseWrongPlace();
        if (!File.Exists(file.Path))
        {
            return false;
        }

        if (Path.Exists(path))
        {
            throw new LedgerUnavailableException($"There is something at '{path}' already, and a backup overwrites nothing. Name another file.");
        }

        var draft = path + ".partial";
        try
        {
            File.Delete(draft);
            DatabaseFile.OpenOwned(draft, FileMode.CreateNew, FileShare.ReadWrite).Dispose();
            if (!Copy(draft))
            {
                return false;
            }

            File.Move(draft, path);
            return true;
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            var reason = error is SqliteException sqlite ? StoreErrors.Words(sqlite) : error.Message.TrimEnd('.');
            throw new LedgerUnavailableException($"The ledger '{file.Path}' was not copied to '{path}': {reason}. Name a place that this user may write to and that has room for it.", error);
        }
        finally
        {
            DeleteQuietly(draft);
        }
    }

    /// <summary>False where the file holds nothing yet.</summary>
    private bool Copy(string draft)
    {
        using var source = OpenSource();
        if (source.Query("SELECT count(*) FROM sqlite_master", row => row.GetInt64(0))[0] == 0)
        {
            return false;
        }

        using var copy = new SqliteConnections(draft).OpenUnchanged();
        source.BackupDatabase(copy);
        var verdict = copy.Query("PRAGMA quick_check(1)", row => row.GetString(0))[0];
        if (verdict != "ok")
        {
            throw new LedgerUnavailableException(StoreErrors.Damaged(file.Path, verdict));
        }

        return true;
    }

    private SqliteConnection OpenSource()
    {
        try
        {
            return SqliteView.Open(file.Path);
        }
        catch (SqliteException error)
        {
            throw StoreErrors.ExplainLook(file.Path, error);
        }
    }

    private static void DeleteQuietly(string draft)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm", "-journal" })
        {
            try
            {
                File.Delete(draft + suffix);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // What went wrong before this is what people need to know.
            }
        }
    }
}
