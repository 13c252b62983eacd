using BotHost.Announcements.Talks;
using BotHost.Configuration.Pictures;
using BotHost.Configuration.Tests.Builders;
using BotHost.TestKit.Pictures;

namespace BotHost.Configuration.Tests.Pictures;

/// <summary>What is read from the first bytes of pictures, and what no bytes can talk the reader into.</summary>
public sealed class PictureHeaderTests
{
    private static readonly Dictionary<string, (byte[] Bytes, string Expected)> Whole = new()
    {
        ["png"] = (TestPictures.Png(1200, 630), "Png 1200x630"),
        ["png of the widest kind"] = (TestPictures.Png(int.MaxValue, 1), "Png 2147483647x1"),
        ["jpeg, progressive, behind a preview of nine pixels"] = (TestPictures.Jpeg(4032, 3024), "Jpg 4032x3024"),
        ["gif"] = (TestPictures.Gif(640, 300), "Gif 640x300"),
        ["webp with losses"] = (TestPictures.WebpLossy(550, 368), "Webp 550x368"),
        ["webp that asks to be scaled"] = (TestPictures.WebpLossy(550 | 0x4000, 368 | 0xC000), "Webp 550x368"),
        ["webp without losses"] = (TestPictures.WebpLossless(400, 301), "Webp 400x301"),
        ["webp with more than a picture"] = (TestPictures.WebpExtended(70_000, 20), "Webp 70000x20"),
    };

    private static readonly Dictionary<string, byte[]> Broken = new()
    {
        ["nothing"] = [],
        ["text"] = "id: first\n"u8.ToArray(),
        ["a web page"] = "<!doctype html><svg width='3' height='3'/>"u8.ToArray(),
        ["a picture without width"] = TestPictures.Png(0, 630),
        ["a picture of negative height"] = TestPictures.Png(1, -5),
        ["a gif of no height"] = TestPictures.Gif(1, 0),
        ["a jpeg that tells its height later"] = TestPictures.Jpeg(1, 0),
        ["a jpeg without a frame"] = [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 0xFF, 0xD9],
        ["a jpeg with a segment of no length"] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xE0, 0, 0, 0xFF, 0xD9],
        ["a sound in the container of a webp"] = [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBP"u8, .. "fmt "u8, .. new byte[14]],
        ["a png with another width than its check sum says"] = Damaged(TestPictures.Png(1200, 630), at: 19),
        ["a png whose end is damaged"] = Damaged(TestPictures.Png(1200, 630), at: ^1),
        ["a png of which one pixel is damaged"] = Damaged(PngPicture.Of(30, 30), at: ^18),
        ["a png whose chunk is longer than any file"] = [.. TestPictures.Png(3, 3)[..33], 0xFF, 0xFF, 0xFF, 0xFF, .. "tEXtIEND"u8],
    };

    /// <summary>The check values that the description of the sum and common tools give.</summary>
    [Theory]
    [InlineData("", 0x00000000)]
    [InlineData("a", 0xE8B7BE43)]
    [InlineData("IEND", 0xAE426082)]
    [InlineData("123456789", 0xCBF43926)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339)]
    public void The_check_sum_is_the_one_that_the_format_names(string text, uint expected) =>
        Assert.Equal(expected, PngChecksum.Of(System.Text.Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void A_png_with_a_damaged_remark_is_drawn_by_everybody_and_taken()
    {
        var bytes = Damaged(TestPictures.Png(1200, 630, padding: 8), at: 45);

        Assert.Equal(1200, PictureHeader.Read(bytes)?.Width);
    }

    [Fact]
    public void A_png_with_pixels_is_read() => Assert.Equal("Png 30x20", PictureHeader.Read(PngPicture.Of(30, 20)) is var (format, width, height) ? $"{format} {width}x{height}" : "");

    public static TheoryData<string> WholeOnes => [.. Whole.Keys];

    public static TheoryData<string> BrokenOnes => [.. Broken.Keys];

    [Theory]
    [MemberData(nameof(WholeOnes))]
    public void Format_and_size_stand_in_the_header(string picture)
    {
        var header = PictureHeader.Read(Whole[picture].Bytes);

        Assert.Equal(Whole[picture].Expected, $"{header?.Format} {header?.Width}x{header?.Height}");
    }

    [Theory]
    [MemberData(nameof(BrokenOnes))]
    public void What_is_no_picture_or_says_what_cannot_be_is_refused(string bytes) => Assert.Null(PictureHeader.Read(Broken[bytes]));

    [Theory]
    [MemberData(nameof(WholeOnes))]
    public void A_picture_that_was_copied_by_half_is_refused_wherever_it_breaks_off(string picture)
    {
        var (bytes, expected) = Whole[picture];

        // A GIF's only end is its last byte, and some programs leave that out.
        var least = expected.StartsWith("Gif", StringComparison.Ordinal) ? 13 : bytes.Length;
        Assert.All(Enumerable.Range(0, least), length => Assert.Null(PictureHeader.Read(bytes.AsSpan(0, length))));
    }

    [Fact]
    public void Random_bytes_behind_any_signature_never_throw()
    {
        var seed = Environment.GetEnvironmentVariable("BOTHOST_TEST_SEED") is { } given && int.TryParse(given, out var known) ? known : Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage("BOTHOST_TEST_SEED={0}", seed);
        var random = new Random(seed);
        foreach (var (bytes, _) in Whole.Values)
        {
            for (var round = 0; round < 500; round++)
            {
                var changed = bytes.ToArray();
                random.NextBytes(changed.AsSpan(random.Next(3, changed.Length - 1)));

                Assert.True(PictureHeader.Read(changed) is null or { Width: > 0, Height: > 0 }, $"seed {seed}");
            }
        }
    }

    private static byte[] Damaged(byte[] bytes, Index at)
    {
        bytes[at] ^= 1;
        return bytes;
    }

    [Fact]
    public void The_shipped_picture_of_the_documents_is_read()
    {
        var header = PictureHeader.Read(File.ReadAllBytes(Path.Combine(ConfigOnDisk.Repository, "docs", "announcement.png")));

        Assert.Equal(PictureFormat.Png, header?.Format);
    }
}
