namespace BotHost.EndToEnd.Tests.Schedules;

/// <summary>Changes of the files in mid-series: they repeat no post, lose none and bring nothing of the past.</summary>
public sealed class ConfigChangeTests
{
    private const string WithDigest = WrittenConfig.Standard + """
            - { id: monday, kind: digest, when: cron 0 10 * * MON }

        """;

    [Fact]
    public async Task A_new_channel_gets_what_comes_and_nothing_of_what_was()
    {
        await using var stage = new ScheduleStage("2027-02-09 00:00Z");
        stage.Write("bothost.yaml", WrittenConfig.Community("Europe/Berlin"))
            .Write("talks/a.yaml", WrittenConfig.Talk("lights", "Lights", "2027-02-24 19:00"))
            .Write("talks/b.yaml", WrittenConfig.Talk("maps", "Maps", "2027-03-03 19:00"));
        await stage.StartAsync();
        await stage.RunUntilAsync("2027-02-17 09:30Z");

        stage.Write("bothost.yaml", WrittenConfig.Community("Europe/Berlin", channels: WrittenConfig.Square + WrittenConfig.Wire));
        await stage.ReloadAsync("a channel more");
        await stage.RunUntilAsync("2027-02-25 00:00Z");
        stage.TellWhatWasLeft();

        WrittenList.Check("new-channel", stage.Story);
    }

    [Fact]
    public async Task New_names_for_files_title_channel_and_series_repeat_nothing_and_lose_nothing()
    {
        await using var stage = new ScheduleStage("2027-02-08 00:00Z");
        stage.Write("bothost.yaml", WrittenConfig.Community("Europe/Berlin", WithDigest))
            .Write("people/jo.yaml", "id: jo\nname: Jo Riley\n")
            .Write("talks/lights.yaml", WrittenConfig.Talk("lights", "Lights", "2027-02-24 19:00", "people:\n  - person: jo\n    role: Guest\n"));
        await stage.StartAsync();
        await stage.RunUntilAsync("2027-02-15 10:00Z");

        stage.Rename("talks/lights.yaml", "talks/2027-02-lights.yaml");
        await stage.ReloadAsync("another file for the talk");
        await stage.RunUntilAsync("2027-02-15 10:05Z");
        stage.Change("talks/2027-02-lights.yaml", "title: Lights", "title: Harbour lights");
        await stage.ReloadAsync("another title");
        await stage.RunUntilAsync("2027-02-15 10:10Z");
        stage.Change("bothost.yaml", "id: square", "id: plaza");
        await stage.ReloadAsync("another id for the channel");
        await stage.RunUntilAsync("2027-02-15 10:15Z");
        stage.Change("bothost.yaml", "  evenings:", "  nights:").Change("talks/2027-02-lights.yaml", "series: evenings", "series: nights");
        await stage.ReloadAsync("another id for the series");
        await stage.RunUntilAsync("2027-02-15 10:20Z");
        stage.Rename("people/jo.yaml", "people/jo-riley.yaml");
        await stage.ReloadAsync("another file for the person");
        await stage.RunUntilAsync("2027-02-15 10:25Z");
        await stage.StopUntilAsync("2027-02-15 10:30Z");
        await stage.StartAsync();
        await stage.RunUntilAsync("2027-02-25 00:00Z");
        stage.TellWhatWasLeft();

        WrittenList.Check("renamed", stage.Story);
    }
}
