namespace BotHost.EndToEnd.Tests.Schedules;

/// <summary>Talks that are moved and called off after they were announced.</summary>
public sealed class MovedTalkTests
{
    [Fact]
    public async Task A_move_and_a_cancellation_are_edited_and_told_once_whatever_the_restarts()
    {
        await using var stage = new ScheduleStage("2027-02-09 00:00Z");
        stage.Write("bothost.yaml", WrittenConfig.Community("Europe/Berlin", channels: WrittenConfig.Square + WrittenConfig.Wire))
            .Write("talks/lights.yaml", WrittenConfig.Talk("lights", "Lights", "2027-02-24 19:00"))
            .Write("talks/tides.yaml", WrittenConfig.Talk("tides", "Tides", "2027-02-26 19:00"));
        await stage.StartAsync();
        await stage.RunUntilAsync("2027-02-15 12:00Z");

        stage.Change("talks/lights.yaml", "start: 2027-02-24 19:00", "start: 2027-02-22 19:00");
        await stage.ReloadAsync("lights is moved");
        await stage.StopUntilAsync("2027-02-15 12:05Z");
        await stage.StartAsync();
        await stage.RunUntilAsync("2027-02-16 10:00Z");
        stage.Change("talks/tides.yaml", "status: confirmed", "status: cancelled");
        await stage.ReloadAsync("tides is cancelled");
        await stage.RunUntilAsync("2027-02-16 10:30Z");
        await stage.StopUntilAsync("2027-02-16 12:00Z");
        await stage.StartAsync();
        await stage.RunUntilAsync("2027-02-27 00:00Z");
        stage.TellWhatWasLeft();

        WrittenList.Check("moved-and-cancelled", stage.Story);
    }
}
