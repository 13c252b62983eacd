using System.Text;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Import;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Tests.Builders;
using BotHost.TestKit.Announcements;
using BotHost.TestKit.Clocks;
using NodaTime;

namespace BotHost.Configuration.Tests.Import;

public sealed class AnnouncementImportTests : IDisposable
{
    private const string Short = "Talks 12\nA Title\n\nDate: 5 March 2027, 19:00\nGuest: Jo\nJo bakes.\nHost: Ines Faria\n\nCome.\n";

    private readonly ConfigOnDisk _config = new();
    private readonly AnnouncementImport _import = new(new CatalogueReader(new ParagraphReader(), []), new ParagraphReader(), new ManualClock(Instant.FromUtc(2026, 11, 22, 12, 0)));

    public void Dispose() => _config.Dispose();

    [Fact]
    public void The_files_are_written_and_read_again()
    {
        var result = _import.Write(Request(Short));

        Assert.Equal(["talks/talks-12.yaml", "people/ines-faria.yaml"], result.Files.Select(file => file.Path));
        Assert.All(result.Files, file => Assert.Equal(file.Text, File.ReadAllText(Full(file.Path))));
        Assert.DoesNotContain(result.Findings, finding => finding.Severity is Severity.Error);
        Assert.Empty(Directory.GetFiles(_config.Root, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public void The_first_line_of_a_file_names_the_schema_for_editors()
    {
        var result = _import.Preview(Request(Short));

        Assert.Equal(
            ["# yaml-language-server: $schema=../schema/talk.schema.json", "# yaml-language-server: $schema=../schema/person.schema.json"],
            result.Files.Select(file => file.Text.Split('\n')[0]));
        Assert.Contains("\nnumber: 12\n", result.Files[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_start_is_told_by_the_check_of_the_new_file()
    {
        var result = _import.Write(Request("Talks 12\nA Title\n"));

        Assert.Contains(result.Findings, finding => finding.Rule == "tba-without-reason" && finding.Where.File == "talks/talks-12.yaml");
    }

    [Fact]
    public void A_person_who_is_known_is_used_and_their_file_is_not_touched()
    {
        var before = File.ReadAllText(Full("people/jo.yaml"));

        var result = _import.Write(Request(Short));

        var talk = File.ReadAllText(Full("talks/talks-12.yaml"));
        Assert.Equal(before, File.ReadAllText(Full("people/jo.yaml")));
        Assert.Contains("  - person: jo\n    role: Guest\n", talk, StringComparison.Ordinal);
        Assert.Contains("# The announcement on Jo (jo), in other words than their own file:\n#   Jo bakes.\n", talk, StringComparison.Ordinal);
        Assert.Contains(result.Words, sentence => sentence.Contains("people/jo.yaml, which stays as it is", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("JO")]
    [InlineData("Ｊｏ")]
    [InlineData("Dr. Jo")]
    public void A_person_is_known_by_any_spelling_of_their_name(string name)
    {
        var result = _import.Write(Request($"Talks 12\nA Title\n\nGuest: {name}\n"));

        Assert.Equal(["talks/talks-12.yaml"], result.Files.Select(file => file.Path));
    }

    [Fact]
    public void A_new_series_grows_the_main_file_by_its_lines_alone()
    {
        var before = File.ReadAllText(Full("bothost.yaml"));

        var result = _import.Write(Request(RealAnnouncements.Read("harbour-evenings")));

        var added = Assert.Single(result.Files, file => file.IsChange).Added!;
        var after = File.ReadAllText(Full("bothost.yaml"));
        Assert.Equal("  harbour-evenings:\n    name: Harbour Evenings\n    campaign: standard\n", added);
        Assert.Equal(before, after.Replace(added, "", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Findings, finding => finding.Rule == "missing-series");
    }

    [Fact]
    public void A_series_that_cannot_be_inserted_is_given_to_be_pasted()
    {
        _config.Replace("bothost.yaml", "series:\n  talks:\n    name: Talks\n    campaign: standard\n", "series: {talks: {name: Talks, campaign: standard}}\n");

        var result = _import.Write(Request(RealAnnouncements.Read("harbour-evenings")));

        Assert.Equal("  harbour-evenings:\n    name: Harbour Evenings\n    campaign: standard\n", result.Snippet);
        Assert.DoesNotContain(result.Files, file => file.IsChange);
    }

    [Fact]
    public void A_talk_that_is_there_stays_and_another_id_helps()
    {
        _import.Write(Request(Short));
        var before = Everything();

        var refusal = Assert.Throws<ImportException>(() => _import.Write(Request(Short)));
        Assert.Equal(before, Everything());
        var second = _import.Write(Request(Short) with { TalkId = "talks-12-again" });

        Assert.Equal("There is a talk 'talks-12' already, and it stays as it is: say --id ID for another one.", refusal.Message);
        Assert.Equal(["talks/talks-12-again.yaml"], second.Files.Select(file => file.Path));
    }

    [Fact]
    public void A_file_with_the_talks_name_stays_too()
    {
        _config.Write("talks/talks-12.yaml", "id: other\nseries: talks\ntitle: Other\nstart: TBA\n");

        var refusal = Assert.Throws<ImportException>(() => _import.Write(Request(Short)));

        Assert.Equal("'talks/talks-12.yaml' is there already and stays as it is: say --id ID for another one.", refusal.Message);
    }

    [Fact]
    public void A_person_never_takes_the_id_of_another()
    {
        _config.Write("people/ines-faria.yaml", "id: ines-faria\nname: Inés Faría the Elder\n");

        var result = _import.Write(Request(Short));

        Assert.Contains("people/ines-faria-2.yaml", result.Files.Select(file => file.Path));
    }

    [Fact]
    public void If_one_file_cannot_be_written_none_is()
    {
        _config.Delete("people/jo.yaml");
        Directory.Delete(Full("people"));
        _config.Write("people", "a file where the folder should be");
        var before = Everything();

        var refusal = Assert.Throws<ImportException>(() => _import.Write(Request(Short)));

        Assert.StartsWith("Nothing was written: ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void A_preview_writes_nothing()
    {
        var before = Everything();

        var result = _import.Preview(Request(RealAnnouncements.Read("yoru-no-hanashi")));

        Assert.Equal(4, result.Files.Length);
        Assert.Equal(before, Everything());
    }

    [Theory]
    [InlineData("", "'a.txt' holds no words.")]
    [InlineData(" \n\n", "'a.txt' holds no words.")]
    [InlineData("Talks 12\nA\u0001Title", "'a.txt' has a control character in line 2: save the announcement as plain text.")]
    [InlineData("Talks 12\n\nA\0Title", "'a.txt' is not plain text (it has a zero byte in line 3): save the announcement as plain text in UTF-8.")]
    public void What_is_no_announcement_is_refused_in_a_sentence(string text, string sentence)
    {
        var before = Everything();

        var refusal = Assert.Throws<ImportException>(() => _import.Write(Request(text)));

        Assert.Equal(sentence, refusal.Message);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void The_line_that_is_not_UTF_8_is_named()
    {
        var refusal = Assert.Throws<ImportException>(() => _import.Write(Request("") with { Bytes = [.. "Talks 12\nA Title\n"u8, 0xE4, 0x20] }));

        Assert.Equal("'a.txt' is not UTF-8 in line 3: save it as UTF-8 in your editor.", refusal.Message);
    }

    [Fact]
    public void More_than_a_megabyte_is_no_announcement()
    {
        var refusal = Assert.Throws<ImportException>(() => _import.Write(Request("") with { Bytes = new byte[SourceInput.MaxBytes + 1] }));

        Assert.Contains("is larger than 1000000 bytes", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.txt", "There is no file 'nowhere.txt'.")]
    [InlineData("/", "'/' is a folder: name the file with the announcement, or - for standard input.")]
    public async Task A_path_without_a_file_is_refused(string path, string sentence)
    {
        var refusal = await Assert.ThrowsAsync<ImportException>(() => AnnouncementSource.ReadAsync(path, () => Stream.Null, TestContext.Current.CancellationToken));

        Assert.Equal(sentence, refusal.Message);
    }

    [Theory]
    [InlineData("talsk", "There is no series 'talsk': did you mean 'talks'?")]
    [InlineData("Not An Id", "--series: 'Not An Id' is no id: write 1 to 64 of a-z, 0-9 and -, starting with a letter or a digit.")]
    public void A_series_that_is_none_is_refused(string series, string sentence)
    {
        var refusal = Assert.Throws<ImportException>(() => _import.Write(Request(Short) with { SeriesId = series }));

        Assert.Equal(sentence, refusal.Message);
    }

    [Fact]
    public void A_main_file_with_errors_is_mended_first()
    {
        _config.Replace("bothost.yaml", "zone: Europe/Berlin", "zone: Mars");

        var refusal = Assert.Throws<ImportException>(() => _import.Write(Request(Short)));

        Assert.Contains("bothost.yaml:3:9: error: zone: 'Mars' is not a time zone", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was written: mend bothost.yaml first.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_talk_with_errors_does_not_stand_in_the_way()
    {
        _config.Write("talks/broken.yaml", "id: broken\nnonsense: [");

        var result = _import.Write(Request(Short));

        Assert.Equal(2, result.Files.Length);
    }

    private ImportRequest Request(string text) => new(Encoding.UTF8.GetBytes(text), "'a.txt'", _config.Root);

    private string Full(string path) => Path.Combine(_config.Root, path);

    private string Everything() => string.Join('\n', Directory.GetFiles(_config.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"{file}: {File.ReadAllText(file)}"));
}
