using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;

namespace BotHost.Configuration.Tests;

public sealed class CatalogueChangeTests : IDisposable
{
    private readonly ConfigOnDisk _config = new();

    /// <summary>Name, the talks before, the talks after (id, number, previous ids), and the errors.</summary>
    public static TheoryData<string, string, string, string[]> Steps => new()
    {
        { "nothing changes", "a 1, b 2", "a 1, b 2", [] },
        { "a talk is new", "a 1, b 2", "a 1, b 2, c 3", [] },
        { "one of two is gone", "a 1, b 2", "a 1", [] },
        { "two of three are gone", "a 1, b 2, c 3", "a 1", ["talks:1:1 talks-vanished"] },
        { "two of four are gone", "a 1, b 2, c 3, d 4", "a 1, b 2", [] },
        { "all are gone", "a 1, b 2", "", ["talks:1:1 talks-vanished"] },
        { "the only one is gone", "a 1", "", ["talks:1:1 talks-vanished"] },
        { "there were none", "", "a 1", [] },
        { "a talk has another id", "a 1, b 2", "a 1, x 2", ["talks/x.yaml:1:5 renamed-talk"] },
        { "all have other ids", "a 1, b 2", "x 1, y 2", ["talks/x.yaml:1:5 renamed-talk", "talks/y.yaml:1:5 renamed-talk"] },
        { "a talk has another id and names the old one", "a 1, b 2", "a 1, x 2 b", [] },
        { "all have other ids and name the old ones", "a 1, b 2, c 3", "x 1 a, y 2 b, z 3 c", [] },
        { "a talk has another id once more", "a 1, b 2 c", "a 1, x 2 c b", [] },
        { "a talk with a number of its own takes another's place", "a 1, b 2", "a 1, x 3", [] },
        { "a talk without a number has another id", "a 1, b -", "a 1, x -", [] },
        { "an old talk takes a number that became free", "a 1, b 2", "a 2", [] },
        { "a talk names the old id and another number", "a 1, b 2", "a 1, x 3 b", [] },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void From_one_catalogue_to_the_next(string step, string before, string after, string[] errors)
    {
        var found = CatalogueChange.Check(Read(before), Read(after));

        Assert.True(errors.SequenceEqual(found.Select(finding => $"{finding.Where} {finding.Rule}")), $"{step}: {string.Join('\n', found)}");
    }

    [Fact]
    public void The_remedy_can_be_pasted()
    {
        var finding = Assert.Single(CatalogueChange.Check(Read("a 1, b 2"), Read("a 1, x 2")));

        Assert.Contains("add previous_id: b to this file", finding.Remedy, StringComparison.Ordinal);
        Assert.Empty(CatalogueChange.Check(Read("a 1, b 2"), Read("a 1, x 2 b")));
    }

    [Fact]
    public void The_remedy_names_all_ids_that_the_ledger_knows_oldest_first()
    {
        var finding = Assert.Single(CatalogueChange.Check(Read("a 1, b 2 c d"), Read("a 1, x 2")));

        Assert.Contains("add previous_id: [c, d, b] to this file", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_series_is_another_talk()
    {
        var before = Read("a 1, b 2");
        _config.Write("bothost.yaml", ConfigOnDisk.Main.Replace("channels:", "  other:\n    name: Other\nchannels:", StringComparison.Ordinal));
        _config.Write("talks/b.yaml", "id: x\nseries: other\nnumber: 2\ntitle: X\nstart: 2027-03-02\n");

        Assert.Empty(CatalogueChange.Check(before, _config.Read().Catalogue!));
    }

    [Fact]
    public void A_config_in_use_does_not_become_the_sample()
    {
        var before = Read("a 1");
        _config.Write("bothost.yaml", "sample: true\n" + ConfigOnDisk.Main);
        var sample = _config.Read().Catalogue!;

        Assert.Equal("became-sample", Assert.Single(CatalogueChange.Check(before, sample)).Rule);
        Assert.Empty(CatalogueChange.Check(sample, sample));
    }

    [Theory]
    [InlineData("old", new[] { "old" })]
    [InlineData("[older, old]", new[] { "older", "old" })]
    [InlineData("[old, old]", new[] { "old" })]
    public void Previous_ids_are_one_or_a_list(string written, string[] ids)
    {
        _config.Write("talks/a.yaml", ConfigOnDisk.Talk + $"previous_id: {written}\n");

        var talk = _config.Read().Catalogue!.Talks[new TalkId("first")];

        Assert.Equal(ids, talk.PreviousIds.Select(id => id.Value));
    }

    [Fact]
    public void A_previous_id_that_is_no_id_is_an_error_at_its_place()
    {
        _config.Write("talks/a.yaml", ConfigOnDisk.Talk + "previous_id: [old, 'Not An Id']\n");

        var error = Assert.Single(_config.Read().Errors);

        Assert.Equal("talks/a.yaml:8:20 bad-id", $"{error.Where} {error.Rule}");
    }

    public void Dispose() => _config.Dispose();

    /// <summary>Reads talks that are given as <c>id number previous-ids</c>, separated by commas; the number <c>-</c> is none.</summary>
    private TalkCatalogue Read(string talks)
    {
        Directory.Delete(Path.Combine(_config.Root, "talks"), recursive: true);
        foreach (var words in talks.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(talk => talk.Split(' ')))
        {
            var number = words[1] == "-" ? "" : words[1];
            _config.Write($"talks/{words[0]}.yaml", $"id: {words[0]}\nprevious_id: [{string.Join(", ", words[2..])}]\nseries: talks\nnumber: {number}\ntitle: T\nstart: 2027-03-02\n");
        }

        if (!Directory.Exists(Path.Combine(_config.Root, "talks")))
        {
            Directory.CreateDirectory(Path.Combine(_config.Root, "talks"));
        }

        var reading = _config.Read();
        return reading.Catalogue ?? throw new InvalidOperationException(string.Join('\n', reading.Findings));
    }
}
