using BotHost.Announcements.Texts;
using NodaTime;

namespace BotHost.Announcements.Tests.Texts;

public sealed class CityNamesTests
{
    private static readonly string[] Listed =
    [
        "Asia/Tokyo", "Asia/Seoul", "Asia/Taipei", "Asia/Shanghai", "Asia/Hong_Kong", "Asia/Singapore", "Asia/Jakarta", "Asia/Bangkok", "Asia/Kolkata", "Asia/Dubai",
        "Europe/London", "Europe/Paris", "Europe/Berlin", "Europe/Moscow", "Europe/Kyiv", "Africa/Cairo", "Africa/Nairobi", "Africa/Lagos", "Africa/Johannesburg",
        "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Toronto", "America/Sao_Paulo", "America/Mexico_City",
        "Australia/Sydney", "Pacific/Auckland", "Pacific/Honolulu",
    ];

    [Fact]
    public void Cities_of_every_part_of_the_world_have_a_name_in_the_readers_own_letters()
    {
        foreach (var zone in Listed.Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            foreach (var language in new[] { "ja", "zh-Hans", "zh-Hant" })
            {
                var line = DateWording.Describe(Instant.FromUtc(2027, 1, 20, 10, 0), zone, TimeStyle.TimeOfDay, language);

                Assert.DoesNotContain(line.Replace("UTC", "", StringComparison.Ordinal), char.IsAsciiLetter);
            }
        }
    }
}
