using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Migrations;
using BotHost.Storage.Sqlite;

namespace BotHost.Storage.Tests.Sqlite;

public sealed class SqliteDatabaseTests : IAsyncDisposable
{
    private readonly Stores _stores = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task The_first_start_creates_the_folder_and_the_file_for_their_owner_alone()
    {
        var path = _stores.NewPath();

        await _stores.Open(path).OpenAsync(Cancellation);

        Assert.True(File.Exists(path));
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(path)!));
            Assert.Equal(OwnerOnly, File.GetUnixFileMode(path));
            Assert.Equal(OwnerOnly, File.GetUnixFileMode(path + "-wal"));
        }
    }

    [Fact]
    public async Task The_writer_flushes_every_commit_and_checks_references()
    {
        var settings = await _stores.Open(_stores.NewPath()).WriteAsync(
            connection => (string[])
            [
                .. new[] { "journal_mode", "synchronous", "foreign_keys", "busy_timeout" }.SelectMany(
                    pragma => connection.Query($"PRAGMA {pragma}", row => row.GetValue(0).ToString()!)),
            ],
            Cancellation);

        Assert.Equal(["wal", "2", "1", "5000"], settings);
    }

    [Fact]
    public async Task A_reader_cannot_write()
    {
        var database = _stores.Open(_stores.NewPath());

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(
            () => database.ReadAsync(connection => connection.Execute("DELETE FROM notes"), Cancellation));

        Assert.Contains("readonly", error.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_opener_is_refused_and_told_who_holds_the_ledger()
    {
        var path = _stores.NewPath();
        await _stores.Open(path).OpenAsync(Cancellation);

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => _stores.Open(path).OpenAsync(Cancellation));

        Assert.Equal(
            $"The ledger '{path}' is in use by process {Environment.ProcessId} on machine '{Environment.MachineName}' since 2027-01-01T00:00:00Z. " +
            "One process at a time may use it: stop that one, or give this one a Data__Directory of its own.",
            error.Message);
    }

    [Fact]
    public async Task A_refused_opener_gets_in_once_the_holder_has_closed()
    {
        var path = _stores.NewPath();
        var holder = _stores.Open(path);
        await holder.OpenAsync(Cancellation);
        var second = _stores.Open(path);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => second.OpenAsync(Cancellation));

        await holder.DisposeAsync();
        await second.OpenAsync(Cancellation);

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => _stores.Open(path).OpenAsync(Cancellation));
    }

    [Fact]
    public async Task A_link_to_the_file_is_the_same_ledger()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making a link needs a privilege there.");
        var path = _stores.NewPath();
        await _stores.Open(path).OpenAsync(Cancellation);
        var link = _stores.NewPath();
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, path);

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => _stores.Open(link).OpenAsync(Cancellation));

        Assert.Contains("is in use by process", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var path = Written(string.Concat(Enumerable.Repeat("These are the minutes of our last meeting. ", 200)));
        var before = await File.ReadAllTextAsync(path, Cancellation);

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => _stores.Open(path).OpenAsync(Cancellation));

        Assert.StartsWith($"'{path}' is not a SQLite database. Move that file away", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(path, Cancellation));
    }

    [Fact]
    public async Task A_damaged_database_is_refused_with_a_way_out()
    {
        var path = _stores.NewPath();
        var database = _stores.Open(path);
        await database.OpenAsync(Cancellation);
        await database.DisposeAsync();
        await using (var file = File.OpenWrite(path))
        {
            // Behind the header and the list of tables, so that only a look at the pages themselves finds it.
            file.Position = 2 * 4096;
            file.Write(new byte[3 * 4096]);
        }

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => _stores.Open(path).OpenAsync(Cancellation));

        Assert.StartsWith($"The ledger '{path}' is damaged", error.Message, StringComparison.Ordinal);
        Assert.Contains("Restore a backup", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_of_another_program_is_refused_and_left_alone()
    {
        var path = _stores.NewPath();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var other = Stores.Raw(path))
        {
            other.Execute("CREATE TABLE recipes (name TEXT)");
        }

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => _stores.Open(path).OpenAsync(Cancellation));

        Assert.Contains("another program (it holds the table 'recipes')", error.Message, StringComparison.Ordinal);
        await using var raw = Stores.Raw(path);
        Assert.Equal("delete", raw.Query("PRAGMA journal_mode", row => row.GetString(0))[0]);
    }

    [Fact]
    public async Task The_database_of_a_newer_version_is_refused_and_left_alone()
    {
        var path = _stores.NewPath();
        Migration[] newer = [.. Migration.All, new(Migration.Newest + 1, "later", "CREATE TABLE later (id INTEGER) STRICT")];
        var future = _stores.Open(path, newer);
        await future.OpenAsync(Cancellation);
        await future.DisposeAsync();

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => _stores.Open(path).OpenAsync(Cancellation));

        Assert.Equal(
            $"The ledger '{path}' has schema version 3, and this BotHost knows versions up to 2. " +
            "Run the newer BotHost that wrote it, or restore the backup made before the upgrade; the file was left as it is.",
            error.Message);
        await _stores.Open(path, newer).OpenAsync(Cancellation);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        var file = Written("");
        var path = Path.Combine(file, "data", "bothost.db");

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => _stores.Open(path).OpenAsync(Cancellation));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("Data__Directory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_folder_is_named()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Whoever may write everywhere finds no read-only folder; run the tests as an ordinary user of Linux or macOS.");
            return;
        }

        var path = _stores.NewPath();
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => _stores.Open(path).OpenAsync(Cancellation));

        Assert.Equal(
            $"The ledger '{path}' cannot be created or written. Make the file and its folder writable for this user, or set Data__Directory to a folder that is.",
            error.Message);
        folder.UnixFileMode |= UnixFileMode.UserWrite;
    }

    [Fact]
    public async Task A_file_that_may_not_be_opened_is_named()
    {
        var path = _stores.NewPath();
        Directory.CreateDirectory(path + ".lock");

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => _stores.Open(path).OpenAsync(Cancellation));

        Assert.StartsWith($"The ledger '{path}' cannot be created or written.", error.Message, StringComparison.Ordinal);
    }

    private string Written(string text)
    {
        var path = _stores.NewPath();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
