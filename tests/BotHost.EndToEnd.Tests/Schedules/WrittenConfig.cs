namespace BotHost.EndToEnd.Tests.Schedules;

/// <summary>The files of a small community, as an organiser would write them.</summary>
internal static class WrittenConfig
{
    public const string Square = """
          - id: square
            platform: discord
            address: "910000000000000001"

        """;

    public const string Wire = """
          - id: wire
            platform: telegram
            address: "-1002000000001"

        """;

    public const string Standard = """
          standard:
            - { id: announce, kind: announcement, when: 14 days before at 10:00 }
            - { id: week, kind: reminder, when: 7 days before at 10:00 }
            - { id: day, kind: reminder, when: 1 day before at 10:00 }
            - { id: hour, kind: reminder, when: 1 hour before }
            - { id: start, kind: starting, when: at start }
            - { id: thanks, kind: thanks, when: 1 hour after end }

        """;

    public static string Community(string zone, string campaigns = Standard, string channels = Square) => $"""
        community:
          name: Harbour Club
          zone: {zone}
          languages: [en]
        series:
          evenings:
            name: Evenings
            length: 90 minutes
            campaign: standard
        channels:
        {channels}
        campaigns:
        {campaigns}
        """;

    public static string Talk(string id, string title, string start, string more = "") => $"""
        id: {id}
        series: evenings
        title: {title}
        start: {start}
        status: confirmed
        {more}
        """;
}
