namespace BotHost.EndToEnd.Tests.Schedules;

/// <summary>What becomes of posts that were due while nobody ran, or that a ledger of yesterday does not know.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task After_thirty_hours_nothing_overdue_goes_out_before_a_moderator_says_so()
    {
        await using var stage = LongOutage();
        await stage.StartAsync();
        await stage.RunUntilAsync("2027-02-10 08:00Z");
        await stage.StopUntilAsync("2027-02-11 14:00Z");

        await stage.StartAsync();
        stage.TellWhatWasLeft();
        await stage.RunUntilAsync("2027-02-11 14:20Z");
        await stage.OrderAsync("new-voices");
        await stage.RunUntilAsync("2027-02-13 00:00Z");
        stage.TellWhatWasLeft();

        WrittenList.Check("outage-30-hours-released", stage.Story);
    }

    [Fact]
    public async Task After_thirty_hours_a_start_that_catches_up_sends_what_is_still_in_time()
    {
        await using var stage = LongOutage();
        await stage.StartAsync();
        await stage.RunUntilAsync("2027-02-10 08:00Z");
        await stage.StopUntilAsync("2027-02-11 14:00Z");

        await stage.StartAsync(catchUp: true);
        stage.TellWhatWasLeft();
        await stage.RunUntilAsync("2027-02-13 00:00Z");
        stage.TellWhatWasLeft();

        WrittenList.Check("outage-30-hours-catch-up", stage.Story);
    }

    [Fact]
    public async Task After_five_hours_what_is_still_in_time_goes_out_and_says_how_long_it_really_is()
    {
        await using var stage = new ScheduleStage("2027-02-10 00:00Z");
        stage.Write("bothost.yaml", WrittenConfig.Community("Europe/Berlin"))
            .Write("talks/a.yaml", WrittenConfig.Talk("brand-new", "Brand new", "2027-02-25 19:00"))
            .Write("talks/b.yaml", WrittenConfig.Talk("next-week", "Next week", "2027-02-18 19:00"))
            .Write("talks/c.yaml", WrittenConfig.Talk("tomorrow", "Tomorrow", "2027-02-12 19:00"))
            .Write("talks/d.yaml", WrittenConfig.Talk("afternoon", "Afternoon", "2027-02-11 15:00"))
            .Write("talks/e.yaml", WrittenConfig.Talk("lunch", "Lunch", "2027-02-11 13:00"))
            .Write("talks/f.yaml", WrittenConfig.Talk("just-now", "Just now", "2027-02-11 14:25"));
        await stage.StartAsync();
        await stage.RunUntilAsync("2027-02-11 08:30Z");
        await stage.StopUntilAsync("2027-02-11 13:30Z");

        await stage.StartAsync();
        stage.TellWhatWasLeft();
        await stage.RunUntilAsync("2027-02-12 00:00Z");
        stage.TellWhatWasLeft();

        WrittenList.Check("outage-5-hours", stage.Story);
    }

    [Fact]
    public async Task Of_steps_that_come_due_together_in_an_outage_one_goes_out()
    {
        const string Campaigns = """
              standard:
                - { id: announce, kind: announcement, when: 14 days before at 10:00 }
                - { id: day, kind: reminder, when: 1 day before at 10:00 }
                - { id: noon, kind: reminder, when: 1 day before at 12:00 }
                - { id: hour, kind: reminder, when: 1 hour before }
              rush:
                - { id: announce, kind: announcement, when: 1 day before at 10:00 }
                - { id: day, kind: reminder, when: 1 day before at 11:00 }
                - { id: hour, kind: reminder, when: 1 hour before }

            """;
        await using var stage = new ScheduleStage("2027-02-10 00:00Z");
        stage.Write("bothost.yaml", WrittenConfig.Community("Europe/Berlin", Campaigns, WrittenConfig.Square + WrittenConfig.Wire))
            .Write("talks/long.yaml", WrittenConfig.Talk("long-planned", "Long planned", "2027-02-12 19:00"))
            .Write("talks/rush.yaml", WrittenConfig.Talk("rushed", "Rushed", "2027-02-12 19:00", "campaign: rush\n"));
        await stage.StartAsync();
        await stage.RunUntilAsync("2027-02-11 08:00Z");
        await stage.StopUntilAsync("2027-02-11 13:00Z");

        await stage.StartAsync();
        await stage.RunUntilAsync("2027-02-12 17:30Z");
        stage.TellWhatWasLeft();

        WrittenList.Check("due-together", stage.Story);
    }

    [Fact]
    public async Task A_ledger_of_yesterday_repeats_nothing_and_waits_for_a_moderator()
    {
        await using var stage = new ScheduleStage("2027-02-08 00:00Z");
        stage.Write("bothost.yaml", WrittenConfig.Community("Europe/Berlin", channels: WrittenConfig.Square + WrittenConfig.Wire))
            .Write("talks/a.yaml", WrittenConfig.Talk("harbour", "Harbour", "2027-02-24 19:00"))
            .Write("talks/b.yaml", WrittenConfig.Talk("lights", "Lights", "2027-02-18 19:00"))
            .Write("talks/c.yaml", WrittenConfig.Talk("tides", "Tides", "2027-02-12 19:00"));
        await stage.StartAsync();
        await stage.RunUntilAsync("2027-02-10 08:00Z");
        stage.BackUp();
        await stage.RunUntilAsync("2027-02-11 10:00Z");
        await stage.StopAsync();
        stage.PutBackTheCopy();

        await stage.StartAsync();
        stage.TellWhatWasLeft();
        await stage.RunUntilAsync("2027-02-13 00:00Z");

        WrittenList.Check("ledger-of-yesterday", stage.Story);
    }

    [Fact]
    public async Task A_first_start_late_in_a_long_series_posts_only_what_comes()
    {
        await using var stage = new ScheduleStage("2027-02-11 12:00Z");
        stage.Write("bothost.yaml", WrittenConfig.Community("Europe/Berlin"));
        var first = new NodaTime.LocalDate(2027, 2, 10).PlusWeeks(-169);
        for (var number = 1; number <= 176; number++)
        {
            var day = first.PlusWeeks(number - 1).ToString("uuuu-MM-dd", null);
            stage.Write($"talks/{number}.yaml", WrittenConfig.Talk($"talk-{number}", $"Number {number}", $"{day} 19:00"));
        }

        await stage.StartAsync();
        await stage.RunUntilAsync("2027-02-12 12:00Z");
        await stage.StopUntilAsync("2027-02-12 13:00Z");
        await stage.StartAsync();
        await stage.RunUntilAsync("2027-02-18 00:00Z");
        stage.TellWhatWasLeft();

        WrittenList.Check("first-start-on-176", stage.Story);
    }

    private static ScheduleStage LongOutage() => new ScheduleStage("2027-02-09 00:00Z")
        .Write("bothost.yaml", WrittenConfig.Community("Europe/Berlin", channels: WrittenConfig.Square + WrittenConfig.Wire))
        .Write("talks/a.yaml", WrittenConfig.Talk("new-voices", "New voices", "2027-02-24 19:00"))
        .Write("talks/b.yaml", WrittenConfig.Talk("week-away", "Week away", "2027-02-17 19:00"))
        .Write("talks/c.yaml", WrittenConfig.Talk("week-later", "Week later", "2027-02-18 19:00"))
        .Write("talks/d.yaml", WrittenConfig.Talk("tomorrow", "Tomorrow", "2027-02-12 19:00"))
        .Write("talks/e.yaml", WrittenConfig.Talk("tonight", "Tonight", "2027-02-11 15:45"))
        .Write("talks/f.yaml", WrittenConfig.Talk("over", "Over", "2027-02-10 19:00"));
}
