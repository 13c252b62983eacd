using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Schedules;

/// <summary>Zones whose rules or names change. A talk stays at its time on the wall, and its posts are known by that time and zone.</summary>
public sealed class ZoneRulesTests
{
    private const string Almaty = "zone: Asia/Almaty\n";

    private const string Amman = "zone: Asia/Amman\n";

    [Fact]
    public async Task Posts_follow_the_wall_clock_of_a_zone_that_gave_up_its_offset()
    {
        await using var stage = new ScheduleStage("2024-02-15 00:00Z");
        stage.Write("bothost.yaml", WrittenConfig.Community("Europe/Berlin"))
            .Write("talks/almaty.yaml", WrittenConfig.Talk("almaty", "Steppe", "2024-03-05 19:00", Almaty));
        await stage.StartAsync();

        await stage.RunUntilAsync("2024-03-06 00:00Z");
        stage.TellWhatWasLeft();

        WrittenList.Check("almaty", stage.Story);
    }

    [Fact]
    public async Task A_newer_zone_database_repeats_nothing_that_it_moves_into_the_future()
    {
        await using var stage = new ScheduleStage("2024-02-15 00:00Z");
        stage.Write("bothost.yaml", WrittenConfig.Community("Europe/Berlin"))
            .Write("talks/almaty.yaml", WrittenConfig.Talk("almaty", "Steppe", "2024-03-05 19:00", Almaty));
        stage.ZoneDatabase = catalogue => InZone(catalogue, new WrittenZone("Asia/Almaty", Offset.FromHours(6)));
        await stage.StartAsync();
        await stage.RunUntilAsync("2024-03-04 04:30Z");
        await stage.StopAsync();

        stage.Tell("a newer zone database");
        stage.ZoneDatabase = catalogue => catalogue;
        await stage.StartAsync();
        await stage.RunUntilAsync("2024-03-06 00:00Z");
        stage.TellWhatWasLeft();

        WrittenList.Check("almaty-newer-database", stage.Story);
    }

    [Fact]
    public async Task A_newer_zone_database_loses_nothing_that_it_moves_into_the_past()
    {
        await using var stage = new ScheduleStage("2022-10-15 00:00Z");
        stage.Write("bothost.yaml", WrittenConfig.Community("Europe/Berlin"))
            .Write("talks/amman.yaml", WrittenConfig.Talk("amman", "Desert", "2022-11-03 18:00", Amman));
        var winterTime = new WrittenZone("Asia/Amman", Offset.FromHours(3), Instant.FromUtc(2022, 10, 27, 22, 0), Offset.FromHours(2));
        stage.ZoneDatabase = catalogue => InZone(catalogue, winterTime);
        await stage.StartAsync();
        await stage.RunUntilAsync("2022-11-02 07:30Z");
        await stage.StopAsync();

        stage.Tell("a newer zone database");
        stage.ZoneDatabase = catalogue => catalogue;
        await stage.StartAsync();
        await stage.RunUntilAsync("2022-11-04 00:00Z");
        stage.TellWhatWasLeft();

        WrittenList.Check("amman-newer-database", stage.Story);
    }

    [Fact]
    public async Task Another_name_for_the_same_zone_repeats_nothing()
    {
        await using var stage = new ScheduleStage("2027-01-01 00:00Z");
        stage.Write("bothost.yaml", WrittenConfig.Community("Asia/Tokyo"))
            .Write("talks/tokyo.yaml", WrittenConfig.Talk("tokyo", "Ferries", "2027-01-20 19:00"));
        await stage.StartAsync();
        await stage.RunUntilAsync("2027-01-13 06:00Z");

        stage.Change("bothost.yaml", "zone: Asia/Tokyo", "zone: Japan");
        await stage.ReloadAsync("zone: Japan");
        await stage.RunUntilAsync("2027-01-19 03:00Z");
        await stage.StopAsync();
        stage.Change("bothost.yaml", "zone: Japan", "zone: Asia/Tokyo");
        stage.Tell("zone: Asia/Tokyo");
        await stage.StartAsync();
        await stage.RunUntilAsync("2027-01-21 00:00Z");
        stage.TellWhatWasLeft();

        WrittenList.Check("zone-alias", stage.Story);
    }

    private static TalkCatalogue InZone(TalkCatalogue catalogue, DateTimeZone zone) => catalogue with
    {
        Talks = catalogue.Talks.ToImmutableDictionary(
            entry => entry.Key,
            entry => entry.Value with { Zone = zone, Start = new TalkStart.At(((TalkStart.At)entry.Value.Start).Local, zone) }),
    };
}
