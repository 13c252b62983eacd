using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using NodaTime;

namespace BotHost.Discord.Tests.Rig;

internal static class Cards
{
    public static TalkCard Talk { get; } = new()
    {
        Heading = "Asian Talk 176",
        Title = "Harbours at night",
        Start = Instant.FromUtc(2027, 1, 20, 9, 0),
        End = Instant.FromUtc(2027, 1, 20, 10, 30),
        Place = "Room 3, Kyoto",
        Link = new Uri("https://example.org/join?talk=176"),
        Elsewhere = "Online",
        Summary = RichText.Plain("About harbours."),
    };
}
