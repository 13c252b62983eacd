namespace BotHost.EndToEnd.Tests.Schedules;

/// <summary>Posts around the days on which clocks change: steps are told on the talk's own clock, whatever that clock does.</summary>
public sealed class ClockChangeTests
{
    private const string Campaigns = """
          standard:
            - { id: announce, kind: announcement, when: 7 days before at 10:00 }
            - { id: night, kind: reminder, when: 1 day before at 02:30 }
            - { id: hour, kind: reminder, when: 1 hour before }
            - { id: start, kind: starting, when: at start }
            - { id: thanks, kind: thanks, when: 1 hour after end }
          early:
            - { id: announce, kind: announcement, when: 7 days before at 10:00 }
            - { id: night, kind: reminder, when: 1 day before at 01:30 }
            - { id: hour, kind: reminder, when: 1 hour before }
            - { id: start, kind: starting, when: at start }
            - { id: thanks, kind: thanks, when: 1 hour after end }

        """;

    private const string NewYork = "zone: America/New_York\n";

    [Fact]
    public async Task What_falls_into_the_hour_that_spring_skips_comes_an_hour_later_on_the_clock()
    {
        await using var stage = new ScheduleStage("2027-03-01 00:00Z");
        stage.Write("bothost.yaml", WrittenConfig.Community("Europe/Berlin", Campaigns))
            .Write("talks/york-gap.yaml", WrittenConfig.Talk("york-gap", "Night watch", "2027-03-14 02:30", NewYork))
            .Write("talks/york-after.yaml", WrittenConfig.Talk("york-after", "Monday", "2027-03-15 19:00", NewYork))
            .Write("talks/berlin-gap.yaml", WrittenConfig.Talk("berlin-gap", "Night watch", "2027-03-28 02:30"))
            .Write("talks/berlin-after.yaml", WrittenConfig.Talk("berlin-after", "Monday", "2027-03-29 19:00"));
        await stage.StartAsync();

        await stage.RunUntilAsync("2027-04-05 00:00Z");
        stage.TellWhatWasLeft();

        WrittenList.Check("spring-gap", stage.Story);
    }

    [Fact]
    public async Task What_falls_into_the_hour_that_autumn_doubles_comes_the_first_time()
    {
        await using var stage = new ScheduleStage("2027-10-01 00:00Z");
        stage.Write("bothost.yaml", WrittenConfig.Community("Europe/Berlin", Campaigns))
            .Write("talks/berlin-twice.yaml", WrittenConfig.Talk("berlin-twice", "Night watch", "2027-10-31 02:30"))
            .Write("talks/berlin-after.yaml", WrittenConfig.Talk("berlin-after", "Monday", "2027-11-01 19:00"))
            .Write("talks/york-twice.yaml", WrittenConfig.Talk("york-twice", "Night watch", "2027-11-07 01:30", NewYork + "campaign: early\n"))
            .Write("talks/york-after.yaml", WrittenConfig.Talk("york-after", "Monday", "2027-11-08 19:00", NewYork + "campaign: early\n"));
        await stage.StartAsync();

        await stage.RunUntilAsync("2027-11-15 00:00Z");
        stage.TellWhatWasLeft();

        WrittenList.Check("autumn-overlap", stage.Story);
    }

    [Theory]
    [InlineData("quiet-hours-in-spring", "2027-03-27 12:00Z", "2027-03-28", "2027-03-29", "2027-03-30 00:00Z")]
    [InlineData("quiet-hours-in-autumn", "2027-10-30 12:00Z", "2027-10-31", "2027-11-01", "2027-11-02 00:00Z")]
    public async Task Quiet_hours_keep_to_the_clock_in_the_night_in_which_it_changes(string list, string from, string sunday, string monday, string until)
    {
        await using var stage = new ScheduleStage(from);
        stage.Write("bothost.yaml", WrittenConfig.Community("Europe/Berlin", Campaigns, WrittenConfig.Square.TrimEnd() + "\n    quiet_hours: 22:00 to 08:00\n"))
            .Write("talks/five.yaml", WrittenConfig.Talk("five-past", "Five past", $"{sunday} 08:05"))
            .Write("talks/half.yaml", WrittenConfig.Talk("half-past", "Half past", $"{sunday} 08:30"))
            .Write("talks/monday.yaml", WrittenConfig.Talk("monday", "Monday", $"{monday} 19:00"));
        await stage.StartAsync();

        await stage.RunUntilAsync(until);
        stage.TellWhatWasLeft();

        WrittenList.Check(list, stage.Story);
    }
}
