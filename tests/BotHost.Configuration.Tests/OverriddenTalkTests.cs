using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;
using NodaTime;

namespace BotHost.Configuration.Tests;

public sealed class OverriddenTalkTests : IDisposable
{
    private readonly ConfigOnDisk _config = new();

    public void Dispose() => _config.Dispose();

    [Fact]
    public void A_moderators_change_counts_while_the_file_still_says_what_it_replaced()
    {
        var reading = Read(Change("start", "2027-03-01 19:00", "2027-03-02 20:00"));

        Assert.Equal(new LocalDateTime(2027, 3, 2, 20, 0), StartOf(reading));
        Assert.Equal(["talks/a.yaml:4:8 overridden"], Told(reading));
    }

    [Fact]
    public void Once_the_file_says_something_else_it_wins()
    {
        _config.Replace("talks/a.yaml", "2027-03-01 19:00", "2027-03-05 18:00");

        var reading = Read(Change("start", "2027-03-01 19:00", "2027-03-02 20:00"));

        Assert.Equal(new LocalDateTime(2027, 3, 5, 18, 0), StartOf(reading));
        Assert.Equal(["talks/a.yaml:4:8 override-ended"], Told(reading));
    }

    [Fact]
    public void A_value_that_the_file_lacks_can_be_added_and_one_that_it_has_can_be_taken_away()
    {
        var reading = Read(Change("subtitle", null, "with slides"), Change("status", null, "confirmed"));

        var talk = Assert.Single(reading.Catalogue!.Talks).Value;
        Assert.Equal(("with slides", TalkStatus.Confirmed), (talk.Subtitle, talk.Status));
    }

    [Fact]
    public void A_talk_with_a_new_id_keeps_the_changes_that_were_made_under_its_previous_one()
    {
        _config.Replace("talks/a.yaml", "id: first", "id: renamed\nprevious_id: first");

        var reading = Read(Change("title", "First", "Second"));

        Assert.Equal("Second", Assert.Single(reading.Catalogue!.Talks).Value.Title);
    }

    [Fact]
    public void A_change_of_another_talk_is_of_no_account()
    {
        var reading = Read(Change("title", "First", "Second") with { Talk = new TalkId("other") });

        Assert.Equal("First", Assert.Single(reading.Catalogue!.Talks).Value.Title);
        Assert.Empty(reading.Findings);
    }

    private static TalkOverride Change(string field, string? replaced, string? value) =>
        new(new TalkId("first"), field, replaced, value, "discord:5", Instant.FromUtc(2027, 1, 1, 0, 0));

    private static LocalDateTime StartOf(CatalogueReading reading) => ((TalkStart.At)Assert.Single(reading.Catalogue!.Talks).Value.Start).Local;

    private static IEnumerable<string> Told(CatalogueReading reading) => reading.Findings.Select(finding => $"{finding.Where} {finding.Rule}");

    private CatalogueReading Read(params TalkOverride[] changes)
    {
        var overrides = new TalkOverrides();
        overrides.Replace(changes);
        return new CatalogueReader(new ParagraphReader(), [], overrides).Read(_config.Root);
    }
}
