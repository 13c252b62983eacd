using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Storage.Archive;
using BotHost.Storage.Migrations;
using BotHost.Storage.Sqlite;
using BotHost.Storage.Tests.Sqlite;
using NodaTime;

namespace BotHost.Storage.Tests.Archive;

public sealed class SqliteArchiveTests : IAsyncDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2027, 3, 1, 12, 0);
    private static readonly Instant Wall = Instant.FromUtc(2026, 11, 22, 9, 30) + Duration.FromTicks(7);
    private readonly Stores _stores = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task A_small_ledger_is_exported_as_these_lines()
    {
        var path = _stores.NewPath();
        var ledger = _stores.OpenLedger(path);
        await ledger.OpenAsync(Noon, Cancel);
        await ledger.BeatAsync(Noon + Duration.FromMilliseconds(1500), Cancel);
        await ledger.SeeAsync([("talk", "talk-1"), ("channel", "forum:100")], Noon, Cancel);
        await ledger.SettleAsync(KeyOf("talk-1"), DeliveryState.Held, "因为 <first> \"start\"\n🎉", Noon - Duration.FromDays(1), Noon, Cancel);
        await ledger.AskAsync("announce", "talk-1", "forum:7", "abc", Noon, Cancel);
        await ledger.OverrideAsync(new TalkOverride(new TalkId("talk-1"), "start", null, "2027-03-09 19:00", "forum:7", Noon), Cancel);

        var exported = await ExportAsync(path);

        Assert.Equal(
            """
            {"format":"bothost-ledger","version":1}
            {"thing":"life","born":"2027-03-01T12:00:00Z","lastSignOfLife":"2027-03-01T12:00:01.5Z"}
            {"thing":"counters","deliveries":1,"decisions":1}
            {"thing":"sighting","kind":"channel","id":"forum:100","firstSeen":"2027-03-01T12:00:00Z"}
            {"thing":"sighting","kind":"talk","id":"talk-1","firstSeen":"2027-03-01T12:00:00Z"}
            {"thing":"delivery","id":1,"kind":"step","subject":"talk-1","step":"announce","occasion":"","target":"forum:100","state":"held","reason":"因为 <first> \"start\"\n\uD83C\uDF89","dueAt":"2027-02-28T12:00:00Z","generation":0,"parts":1,"createdAt":"2027-03-01T12:00:00Z","changedAt":"2027-03-01T12:00:00Z","effects":[],"attempts":[]}
            {"thing":"decision","id":1,"verb":"announce","subject":"talk-1","askedBy":"forum:7","askedAt":"2027-03-01T12:00:00Z","hash":"abc"}
            {"thing":"override","talk":"talk-1","field":"start","madeBy":"forum:7","madeAt":"2027-03-01T12:00:00Z","value":"2027-03-09 19:00"}
            {"thing":"end","things":7}

            """,
            exported);
    }

    [Fact]
    public async Task Everything_that_is_remembered_comes_back_the_same_and_is_exported_the_same()
    {
        var path = _stores.NewPath();
        var ledger = await FillAsync(path);
        var exported = await ExportAsync(path);
        var (copyPath, copy) = (_stores.NewPath(), default(LedgerImport));

        await using (var database = _stores.Open(copyPath))
        {
            copy = await new SqliteArchive(DatabaseFile.At(copyPath), database).ImportAsync(new StringReader(exported), Cancel);
        }

        Assert.Empty(copy.Problems);
        Assert.Equal(6, copy.Deliveries);
        Assert.Equal(exported, await ExportAsync(copyPath));
        var imported = _stores.OpenLedger(copyPath);
        var rows = await ledger.ReadAsync(null, Cancel);
        var read = await imported.ReadAsync(null, Cancel);
        Assert.Equal(rows.Select(row => row with { Effects = [] }), read.Select(row => row with { Effects = [] }));
        Assert.Equal(rows.SelectMany(row => row.Effects), read.SelectMany(row => row.Effects));
        Assert.Equal(await ledger.ReadOverridesAsync(Cancel), await imported.ReadOverridesAsync(Cancel));
    }

    [Fact]
    public async Task An_imported_ledger_goes_on_where_the_exported_one_stood()
    {
        var path = _stores.NewPath();
        var ledger = await FillAsync(path);
        var copyPath = _stores.NewPath();
        await using (var database = _stores.Open(copyPath))
        {
            await new SqliteArchive(DatabaseFile.At(copyPath), database).ImportAsync(new StringReader(await ExportAsync(path)), Cancel);
        }

        var imported = _stores.OpenLedger(copyPath);
        var life = await imported.OpenAsync(Noon + Duration.FromDays(3), Cancel);

        // As silent as its last sign of life says, what was on its way is unknown, and what was sent stays sent. What the other one did since is not in it.
        Assert.Equal(new LedgerLife(Noon, Noon + Duration.FromMinutes(5)) { IsOlderCopy = true }, life);
        Assert.Equal(DeliveryState.Unknown, Assert.Single(await imported.ReadAsync(["sending"], Cancel)).State);
        Assert.IsType<ClaimResult.Refused>(await imported.ClaimAsync(ClaimOf("sent"), Cancel));
        Assert.NotNull(await imported.FindQuestionAsync(2, Cancel));
        Assert.False(await imported.AnswerAsync(1, "yes", "forum:9", Noon, Cancel));
        Assert.Equal(await ledger.AskAsync("v", "s", "b", "h", Noon, Cancel), await imported.AskAsync("v", "s", "b", "h", Noon, Cancel));
        var next = ((ClaimResult.Granted)await ledger.ClaimAsync(ClaimOf("next"), Cancel)).Attempt;
        Assert.Equal(next, ((ClaimResult.Granted)await imported.ClaimAsync(ClaimOf("next"), Cancel)).Attempt);
    }

    [Fact]
    public async Task A_ledger_that_is_not_empty_takes_no_import_and_stays_as_it_is()
    {
        var path = _stores.NewPath();
        await FillAsync(path);
        var exported = await ExportAsync(path);
        var otherPath = _stores.NewPath();
        var other = _stores.Open(otherPath);
        await new SqliteLedger(other, Microsoft.Extensions.Logging.Abstractions.NullLogger<SqliteLedger>.Instance).OpenAsync(Noon, Cancel);
        var before = await ExportAsync(otherPath);

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(
            () => new SqliteArchive(DatabaseFile.At(otherPath), other).ImportAsync(new StringReader(exported), Cancel));

        Assert.Contains("is not empty", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await ExportAsync(otherPath));
    }

    [Fact]
    public async Task An_import_beside_a_running_bot_is_refused_and_names_it()
    {
        var path = _stores.NewPath();
        await FillAsync(path);
        var exported = await ExportAsync(path);

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(
            () => new SqliteArchive(DatabaseFile.At(path), _stores.Open(path)).ImportAsync(new StringReader(exported), Cancel));

        Assert.Contains($"is in use by process {Environment.ProcessId}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_ledger_nothing_is_exported_copied_or_made()
    {
        var path = _stores.NewPath();
        var archive = new SqliteArchive(DatabaseFile.At(path), _stores.Open(path));
        using var output = new StringWriter();

        Assert.False(await archive.ExportAsync(output, Cancel));
        Assert.False(await archive.BackupAsync(path + ".backup", Cancel));

        Assert.Empty(output.ToString());
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    [Fact]
    public async Task A_ledger_of_an_older_schema_is_exported_and_left_as_it_is()
    {
        var path = _stores.NewPath();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var raw = Stores.Raw(path))
        {
            Migrator.Migrate(raw, 0, [Migration.All[0]], Noon);
            raw.Execute(
                """
                INSERT INTO deliveries (kind, subject, step, occasion, target, state, due_at, created_at, changed_at) VALUES ('step', 'talk-1', 'announce', '', 'forum:1', 'sent', 0, 0, 0);
                INSERT INTO life (only, born) VALUES (1, 0);
                """);
        }

        var exported = await ExportAsync(path);
        var picture = await new SqlitePeek(DatabaseFile.At(path)).LookAsync(Cancel);

        Assert.Contains("\"subject\":\"talk-1\"", exported, StringComparison.Ordinal);
        Assert.Equal("talk-1", Assert.Single(picture!.Rows).Key.Subject);
        await using var after = Stores.Raw(path);
        Assert.Equal([1L], after.Query("SELECT version FROM bothost_versions", row => row.GetInt64(0)));
    }

    [Fact]
    public async Task A_backup_beside_a_running_bot_is_a_whole_ledger_for_its_owner_alone()
    {
        var path = _stores.NewPath();
        await FillAsync(path);
        var backup = Path.Combine(Path.GetDirectoryName(path)!, "copy.db");

        Assert.True(await new SqliteArchive(DatabaseFile.At(path), _stores.Open(path)).BackupAsync(backup, Cancel));

        Assert.Equal(await ExportAsync(path), await ExportAsync(backup));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(path)!), file => file.Contains(".partial", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup));
        }

        var life = await _stores.OpenLedger(backup).OpenAsync(Noon + Duration.FromDays(1), Cancel);
        Assert.Equal(Noon + Duration.FromMinutes(5), life.LastSignOfLife);
    }

    [Fact]
    public async Task A_backup_overwrites_nothing_and_says_where_it_could_not_be_written()
    {
        var path = _stores.NewPath();
        await FillAsync(path);
        var archive = new SqliteArchive(DatabaseFile.At(path), _stores.Open(path));
        var taken = path + ".taken";
        await File.WriteAllTextAsync(taken, "minutes", Cancel);

        var overwriting = await Assert.ThrowsAsync<LedgerUnavailableException>(() => archive.BackupAsync(taken, Cancel));
        var nowhere = await Assert.ThrowsAsync<LedgerUnavailableException>(() => archive.BackupAsync(Path.Combine(taken, "copy.db"), Cancel));

        Assert.Contains("overwrites nothing", overwriting.Message, StringComparison.Ordinal);
        Assert.Equal("minutes", await File.ReadAllTextAsync(taken, Cancel));
        Assert.StartsWith($"The ledger '{path}' was not copied to '{Path.Combine(taken, "copy.db")}'", nowhere.Message, StringComparison.Ordinal);
    }

    private static DeliveryKey KeyOf(string subject) => new(DeliveryKind.Step, subject, "announce", "", "forum:100");

    private static Claim ClaimOf(string subject, int part = 1, int parts = 1) => new(KeyOf(subject), part, parts, $"{subject} \u2028 <&> 夜 \"{part}\"\r\n", Noon, Noon, Wall);

    /// <summary>A ledger with a row in every state, every kind of thing, and ids that were given back.</summary>
    private async Task<SqliteLedger> FillAsync(string path)
    {
        var ledger = _stores.OpenLedger(path);
        await ledger.OpenAsync(Noon, Cancel);
        await ledger.BeatAsync(Noon + Duration.FromMinutes(5), Cancel);
        await ledger.SeeAsync([("talk", "b"), ("talk", "a"), ("step", "c/announce")], Wall, Cancel);
        await AttemptAsync(ledger, new Outcome.Sent("m1"), ClaimOf("sent") with { Facts = new RecordedFacts("{\"a\":1}", "f"), Ornaments = [new(EffectKind.Unpin, 1, "p"), new(EffectKind.Pin, 1)] });
        var pin = (ClaimResult.Granted)await ledger.ClaimOrnamentAsync(KeyOf("sent"), EffectKind.Pin, 1, Wall, Cancel);
        await ledger.RecordAsync(pin.Attempt, new Outcome.Rejected(RejectionScope.Target, "no rights", ""), Noon, Cancel);
        await ledger.ClaimAsync(ClaimOf("sending", parts: 2) with { Following = ["two"] }, Cancel);
        await AttemptAsync(ledger, new Outcome.Unknown("no answer"), ClaimOf("unknown"));
        await ledger.DeferAsync(KeyOf("unknown"), Wall + Duration.FromMinutes(1), "later", Noon, Noon, Cancel);
        await AttemptAsync(ledger, new Outcome.Unknown("no answer"), ClaimOf("again"));
        await ledger.ResolveAsync(KeyOf("again"), EffectKind.Message, 1, new Resolution.Again("forum:7"), Noon, Cancel);
        await ledger.SettleAsync(KeyOf("held"), DeliveryState.Held, "first start", Noon, Noon, Cancel);
        await AttemptAsync(ledger, new Outcome.Rejected(RejectionScope.Message, "too long", "shorten it"), ClaimOf("failed"));
        await ledger.SettleAsync(KeyOf("released"), DeliveryState.Skipped, "too late", Noon, Noon, Cancel);
        await ledger.ReleaseAsync(KeyOf("released"), Cancel);
        await ledger.AskAsync("announce", "a", "forum:7", "abc", Noon, Cancel);
        await ledger.AskAsync("announce", "b", "forum:7", "abd", Noon, Cancel);
        await ledger.AnswerAsync(1, "no", "forum:8", Noon, Cancel);
        await ledger.OverrideAsync(new TalkOverride(new TalkId("a"), "start", "old", null, "forum:7", Wall), Cancel);
        await using var raw = Stores.Raw(path);
        raw.Execute("INSERT INTO notes (room, key, value) VALUES ('telegram', 'offset', '17')");
        return ledger;
    }

    private static async Task AttemptAsync(SqliteLedger ledger, Outcome outcome, Claim claim) =>
        await ledger.RecordAsync(((ClaimResult.Granted)await ledger.ClaimAsync(claim, Cancel)).Attempt, outcome, Noon, Cancel);

    private async Task<string> ExportAsync(string path)
    {
        using var output = new StringWriter();
        Assert.True(await new SqliteArchive(DatabaseFile.At(path), _stores.Open(path)).ExportAsync(output, Cancel));
        return output.ToString();
    }
}
