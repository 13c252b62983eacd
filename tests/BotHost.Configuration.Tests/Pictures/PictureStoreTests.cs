using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;
using BotHost.TestKit.Clocks;

namespace BotHost.Configuration.Tests.Pictures;

/// <summary>Where the bytes of a picture come from, and how long they stay.</summary>
public sealed class PictureStoreTests : IDisposable
{
    private const string Poster = "images/poster.png";
    private const string Broken = "id: first\n";

    private static readonly byte[] First = TestPictures.Png(100, 50);
    private static readonly byte[] Second = TestPictures.Png(200, 50);

    private readonly ConfigOnDisk _config = new();
    private readonly string _data = Directory.CreateTempSubdirectory("bothost-data-").FullName;
    private readonly ManualTimeProvider _machine = new();

    public PictureStoreTests()
    {
        _config.Replace("talks/a.yaml", "title: First", $"title: First\nimage: {Poster}");
        _config.Write(Poster, First);
    }

    private string Copies => Path.Combine(_data, "pictures");

    [Fact]
    public async Task A_picture_is_found_in_the_folder_in_which_it_was_seen()
    {
        var (store, _) = Start();

        Assert.Equal(First, await BytesAsync(store, First));
        Assert.False(Directory.Exists(Copies));
    }

    [Fact]
    public async Task A_file_that_holds_something_else_by_now_is_never_handed_out_under_the_old_hash()
    {
        var (store, _) = Start();
        _config.Write(Poster, Second);

        Assert.Null(await BytesAsync(store, First));
        Assert.Null(await BytesAsync(store, Second));
    }

    [Fact]
    public async Task An_accepted_picture_survives_in_the_data_folder()
    {
        var (store, reading) = Start();
        Accepted().Keep(reading);
        _config.Delete(Poster);

        Assert.Equal(First, await BytesAsync(store, First));
        Assert.Equal(First, await BytesAsync(new PictureStore(_data), First));
        Assert.Equal([$"{HashOf(First)}.png"], Directory.GetFiles(Copies).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_copy_that_was_damaged_is_not_handed_out()
    {
        Accepted().Keep(Start().Reading);
        File.WriteAllBytes(Path.Combine(Copies, $"{HashOf(First)}.png"), Second);

        Assert.Null(await BytesAsync(new PictureStore(_data), First));
    }

    [Theory]
    [InlineData("../accepted-config/current")]
    [InlineData("")]
    [InlineData("ABCDEF")]
    public async Task What_is_no_hash_is_no_picture(string hash) =>
        Assert.Null(await new PictureStore(_data).ReadAsync(hash, TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_restart_beside_a_typo_still_has_its_pictures()
    {
        Accepted().Keep(Start().Reading);
        _config.Write("talks/a.yaml", Broken);
        Directory.Delete(Path.Combine(_config.Root, "images"), recursive: true);
        var store = new PictureStore(_data);

        var accepted = Accepted().Read(new CatalogueReader(new ParagraphReader(), [], store: store));

        Assert.Empty(accepted.Findings);
        var content = accepted.Catalogue!.Talks[new TalkId("first")].Image!.Content;
        Assert.Equal(new PictureFile(HashOf(First), PictureFormat.Png, 100, 50, First.Length), content);
        Assert.Equal(First, await BytesAsync(store, First));
    }

    [Fact]
    public void A_copy_whose_picture_is_gone_is_a_warning_and_no_obstacle()
    {
        Accepted().Keep(Start().Reading);
        Directory.Delete(Copies, recursive: true);

        var accepted = Accepted().Read(new CatalogueReader(new ParagraphReader(), []));

        Assert.Equal("missing-picture", Assert.Single(accepted.Findings).Rule);
        Assert.Null(accepted.Catalogue!.Talks[new TalkId("first")].Image!.Content);
    }

    [Fact]
    public void Another_picture_under_the_same_name_is_another_config()
    {
        var before = Start().Reading;
        Accepted().Keep(before);
        var kept = Accepted().Directory;
        _config.Write(Poster, Second);
        var after = Start().Reading;

        Assert.False(AcceptedConfig.AreSame(before, after));
        Accepted().Keep(after);
        Assert.NotEqual(kept, Accepted().Directory);
        Assert.Equal(200, Accepted().Read(new CatalogueReader(new ParagraphReader(), [])).Catalogue!.Talks[new TalkId("first")].Image!.Content!.Width);
    }

    [Fact]
    public void A_picture_that_nobody_shows_any_more_stays_for_thirty_days_from_when_it_was_shown_last()
    {
        var accepted = Accepted();
        accepted.Keep(Start().Reading);
        _machine.Advance(TimeSpan.FromDays(400));
        _config.Write(Poster, Second);
        accepted.Keep(Start().Reading);
        var atOnce = Names();
        _machine.Advance(TimeSpan.FromDays(29));
        accepted.Keep(Start().Reading);
        var afterWeeks = Names();
        _machine.Advance(TimeSpan.FromDays(2));

        accepted.Keep(Start().Reading);

        Assert.Equal(Sorted(First, Second), atOnce);
        Assert.Equal(Sorted(First, Second), afterWeeks);
        Assert.Equal(Sorted(Second), Names());
    }

    [Fact]
    public void What_a_crash_left_behind_goes_in_time_and_foreign_files_stay()
    {
        var accepted = Accepted();
        accepted.Keep(Start().Reading);
        File.WriteAllText(Path.Combine(Copies, $"{HashOf(Second)}.png.1.tmp"), "half");
        File.WriteAllText(Path.Combine(Copies, "notes.txt"), "mine");
        foreach (var file in Directory.GetFiles(Copies))
        {
            File.SetLastWriteTimeUtc(file, _machine.GetUtcNow().UtcDateTime.AddDays(-31));
        }

        accepted.Keep(Start().Reading);

        Assert.Equal([$"{HashOf(First)}.png", "notes.txt"], Directory.GetFiles(Copies).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    public void Dispose()
    {
        _config.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private (PictureStore Store, CatalogueReading Reading) Start()
    {
        var store = new PictureStore(_data);
        return (store, new CatalogueReader(new ParagraphReader(), [], store: store).Read(_config.Root));
    }

    private AcceptedConfig Accepted() => new(_data, _machine);

    private IEnumerable<string> Names() => [.. Directory.GetFiles(Copies).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Sorted(params byte[][] pictures) => pictures.Select(bytes => $"{HashOf(bytes)}.png").Order(StringComparer.Ordinal);

    private static ValueTask<byte[]?> BytesAsync(PictureStore store, byte[] bytes) => store.ReadAsync(HashOf(bytes), TestContext.Current.CancellationToken);

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
}
