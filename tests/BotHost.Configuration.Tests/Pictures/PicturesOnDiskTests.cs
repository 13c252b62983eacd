using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;

namespace BotHost.Configuration.Tests.Pictures;

/// <summary>What a catalogue says of the pictures that its entries name.</summary>
public sealed class PicturesOnDiskTests : IDisposable
{
    private const string Poster = "images/poster.png";

    private readonly ConfigOnDisk _config = new();
    private readonly CatalogueReader _reader = new(new ParagraphReader(), []);

    public PicturesOnDiskTests() => _config.Replace("talks/a.yaml", "title: First", $"title: First\nimage: {{ file: {Poster}, alt: A ship }}");

    [Fact]
    public void A_picture_is_known_by_what_it_holds()
    {
        var bytes = TestPictures.Png(1200, 630);
        _config.Write(Poster, bytes);
        _config.Write("images/jo.jpeg", TestPictures.Jpeg(400, 300));
        _config.Write("people/jo.yaml", "id: jo\nname: Jo\nphoto: images/jo.jpeg\n");

        var reading = _reader.Read(_config.Root);

        Assert.Empty(reading.Findings);
        var image = Image(reading)!;
        Assert.Equal(new PictureFile(Sha256(bytes), PictureFormat.Png, 1200, 630, bytes.Length), image.Content);
        Assert.Equal($"{Sha256(bytes)}.png", image.Content!.Name);
        Assert.Equal((Poster, "A ship"), (image.File, image.Alt));
        Assert.Equal(PictureFormat.Jpg, reading.Catalogue!.People[new PersonId("jo")].Photo!.Content!.Format);
    }

    [Theory]
    [InlineData("missing", "missing-picture")]
    [InlineData("a folder", "not-a-picture")]
    [InlineData("empty", "not-a-picture")]
    [InlineData("text", "not-a-picture")]
    [InlineData("cut off", "not-a-picture")]
    [InlineData("a link to nowhere", "missing-picture")]
    [InlineData("five gigabytes", "large-picture")]
    [InlineData("one byte too many", "large-picture")]
    public void A_picture_that_cannot_be_posted_is_told_and_left_out(string what, string rule)
    {
        Put(what);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = _reader.Read(_config.Root);

        var finding = Assert.Single(reading.Findings);
        Assert.Equal($"talks/a.yaml:4:8 {Severity.Warning} {rule}", $"{finding.Where} {finding.Severity} {finding.Rule}");
        Assert.Contains("until then posts go out without it", finding.Remedy, StringComparison.Ordinal);
        Assert.False(Image(reading)!.IsUsable);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000);
    }

    [Fact]
    public void The_largest_picture_is_taken()
    {
        _config.Write(Poster, TestPictures.Png(10, 10, (8 * 1024 * 1024) - TestPictures.Png(10, 10).Length));

        var reading = _reader.Read(_config.Root);

        Assert.Empty(reading.Findings);
        Assert.Equal(8_388_608, Image(reading)!.Content!.Length);
    }

    [Fact]
    public void A_picture_under_a_name_of_another_format_is_told_and_posted_as_what_it_is()
    {
        _config.Write(Poster, TestPictures.Gif(10, 10));

        var reading = _reader.Read(_config.Root);

        Assert.Equal("talks/a.yaml:4:8 picture-extension", Assert.Single(reading.Findings.Select(finding => $"{finding.Where} {finding.Rule}")));
        Assert.EndsWith(".gif", Image(reading)!.Content!.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("images/poster.png")]
    [InlineData("images")]
    public void A_link_out_of_the_folder_is_refused(string link)
    {
        var outside = Directory.CreateTempSubdirectory("bothost-outside-");
        try
        {
            File.WriteAllBytes(Path.Combine(outside.FullName, "poster.png"), TestPictures.Png(10, 10));
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_config.Root, link))!);
            File.CreateSymbolicLink(Path.Combine(_config.Root, link), link == "images" ? outside.FullName : Path.Combine(outside.FullName, "poster.png"));

            var reading = _reader.Read(_config.Root);

            Assert.Null(reading.Catalogue);
            Assert.Equal("talks/a.yaml:4:8 link-outside", Assert.Single(reading.Findings.Select(finding => $"{finding.Where} {finding.Rule}")));
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_talk_with_the_same_picture_is_the_same_object_after_an_edit_of_another_and_another_one_once_the_picture_changes()
    {
        _config.Write(Poster, TestPictures.Png(10, 10));
        _config.Write("talks/b.yaml", "id: second\nseries: talks\ntitle: Second\nstart: 2027-03-02\n");
        var first = _reader.Read(_config.Root).Catalogue!.Talks[new TalkId("first")];
        _config.Write("talks/b.yaml", "id: second\nseries: talks\ntitle: Another\nstart: 2027-03-02\n");
        var again = _reader.Read(_config.Root).Catalogue!.Talks[new TalkId("first")];
        _config.Write(Poster, TestPictures.Png(11, 10, padding: 1));

        var changed = _reader.Read(_config.Root).Catalogue!.Talks[new TalkId("first")];

        Assert.Same(first, again);
        Assert.Equal((10, 11), (again.Image!.Content!.Width, changed.Image!.Content!.Width));
    }

    [Fact]
    public void A_picture_that_has_not_changed_is_not_read_again()
    {
        _config.Write(Poster, TestPictures.Png(10, 10));
        var path = Path.Combine(_config.Root, Poster);
        var before = Image(_reader.Read(_config.Root))!.Content;
        var written = File.GetLastWriteTimeUtc(path);

        // Only a reader that trusts length and time can overlook this.
        _config.Write(Poster, TestPictures.Png(12, 10));
        File.SetLastWriteTimeUtc(path, written);
        var trusting = Image(_reader.Read(_config.Root))!.Content;
        File.SetLastWriteTimeUtc(path, written.AddSeconds(2));

        Assert.Equal(before, trusting);
        Assert.Equal(12, Image(_reader.Read(_config.Root))!.Content!.Width);
    }

    [Fact]
    public void A_picture_that_several_entries_name_is_told_at_each_of_them()
    {
        _config.Write("people/jo.yaml", $"id: jo\nname: Jo\nphoto: {Poster}\n");

        var places = _reader.Read(_config.Root).Findings.Select(finding => $"{finding.Where} {finding.Rule}");

        Assert.Equal(["people/jo.yaml:3:8 missing-picture", "talks/a.yaml:4:8 missing-picture"], places);
    }

    public void Dispose() => _config.Dispose();

    private void Put(string what)
    {
        switch (what)
        {
            case "a folder":
                _config.Write($"{Poster}/inner.png", TestPictures.Png(1, 1));
                break;
            case "empty":
                _config.Write(Poster, "");
                break;
            case "text":
                _config.Write(Poster, "no picture");
                break;
            case "cut off":
                _config.Write(Poster, TestPictures.Png(1200, 630)[..40]);
                break;
            case "a link to nowhere":
                Directory.CreateDirectory(Path.Combine(_config.Root, "images"));
                File.CreateSymbolicLink(Path.Combine(_config.Root, Poster), "nowhere.png");
                break;
            case "five gigabytes":
                Sparse(5_000_000_000);
                break;
            case "one byte too many":
                Sparse((8 * 1024 * 1024) + 1);
                break;
        }
    }

    private void Sparse(long length)
    {
        _config.Write(Poster, TestPictures.Png(1200, 630));
        using var file = File.OpenWrite(Path.Combine(_config.Root, Poster));
        file.SetLength(length);
    }

    private static Picture? Image(CatalogueReading reading) => reading.Catalogue!.Talks[new TalkId("first")].Image;

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
}
