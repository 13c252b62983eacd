using System.Globalization;

namespace BotHost.Storage.Sqlite;

/// <summary>
/// A small file beside the database that says how far the ledger had come. Where it is ahead of the database, an older copy was put in the ledger's
/// place: what was sent since then is not in it.
/// </summary>
/// <remarks>It is a hint, and never the judge of anything else: where it is missing or unreadable, the ledger counts as the latest.</remarks>
internal sealed class LatestMark(string databaseFile)
{
    private const long NobodyKnows = long.MaxValue;

    private readonly string _file = databaseFile + "-latest";

    /// <summary>Whether a ledger has lived here, be it this one or another.</summary>
    public bool IsThere => File.Exists(_file);

    /// <summary>Whether this ledger has been further than this database, or another ledger has been at work in its place since.</summary>
    public bool IsAheadOf(LedgerIdentity identity)
    {
        try
        {
            return File.Exists(_file)
                && File.ReadAllText(_file).Split(' ', 2) is [var ledger, var commits]
                && long.TryParse(commits, NumberStyles.None, CultureInfo.InvariantCulture, out var latest)
                && (ledger != identity.Ledger || latest > identity.Commits);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The database has come this far; written after the commit, so that the mark is never ahead by itself.</summary>
    public void Write(LedgerIdentity identity) => Write(identity.Ledger, identity.Commits);

    /// <summary>Keeps the database an older copy until the next <see cref="Write(LedgerIdentity)"/>, also across restarts.</summary>
    public void KeepAheadOf(LedgerIdentity identity) => Write(identity.Ledger, NobodyKnows);

    private void Write(string ledger, long commits)
    {
        try
        {
            var draft = $"{_file}.new";
            using (var stream = DatabaseFile.OpenOwned(draft, FileMode.Create, FileShare.None))
            {
                using var writer = new StreamWriter(stream);
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{ledger} {commits}"));
            }

            File.Move(draft, _file, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The beat after this one writes it; the ledger itself has said what is wrong with the disk.
        }
    }
}
