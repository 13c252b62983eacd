namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>A channel of the campaign, and how an announcement stands in it.</summary>
/// <param name="Id">Its name in the config.</param>
/// <param name="Platform">discord or telegram.</param>
/// <param name="Address">The platform's number for it.</param>
/// <param name="Series">Whose talks go there, beside those that go everywhere.</param>
/// <param name="Pins">Whether the latest announcement is pinned there.</param>
/// <param name="Opens">Whether announcements open a thread there, and an event in its server.</param>
/// <param name="Plain">Whether posts are plain text there, and no embed.</param>
internal sealed record PlayedChannel(string Id, string Platform, string Address, string Series, bool Pins, bool Opens, bool Plain)
{
    /// <summary>
    /// How many messages an announcement of about 4,800 characters is: 2,000 fit into a plain message on Discord, 4,096 into an embed and
    /// into a message on Telegram.
    /// </summary>
    public int MessagesOfAnnouncement => Plain ? 3 : 2;
}
