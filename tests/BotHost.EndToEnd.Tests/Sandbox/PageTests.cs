using BotHost.EndToEnd.Tests.Processes;
using Microsoft.Playwright;

namespace BotHost.EndToEnd.Tests.Sandbox;

/// <summary>The real sandbox and a real browser: what a newcomer sees and does in the first minute.</summary>
/// <remarks>
/// The clock runs at forty minutes a second, so that the first announcement comes after two seconds and the next post long after the test.
/// The picture of the README is made here as well; see docs/pictures.md.
/// </remarks>
[Collection(MeasuredTime.Name)]
public sealed class PageTests
{
    private const string Title176 = "Chinese Immigration and Its Discontents";
    private const string Title177 = "The Night Ferries That Never Sailed";
    private const string DiscordMember = "920000000000000003";
    private const string DiscordModerator = "920000000000000002";
    private const string TelegramMember = "2003";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_shows_what_is_announced_answers_a_member_and_carries_out_a_moderators_order()
    {
        PageVisit.SkipIfImpossible();
        using var folder = new TemporaryFolder();
        await using var sandbox = Start(folder);
        await using var visit = await PageVisit.OpenAsync(await SampleCampaignTests.PageAsync(sandbox), 1400, 900);

        await PageVisit.ShowsAsync(visit.Discord.Locator("article"), Title176);
        await PageVisit.ShowsAsync(visit.Telegram.Locator("article").Nth(1), Title176);
        await PageVisit.SayAsync(visit.Discord, DiscordMember, "/next");
        await PageVisit.ShowsAsync(visit.Discord.Locator("article").Nth(1), "Takehiro Masutomo (Guest), Chang Che (Interviewer)");
        await PageVisit.SayAsync(visit.Telegram, TelegramMember, "/next");
        await PageVisit.ShowsAsync(visit.Telegram.Locator("article").Nth(3), "Takehiro Masutomo (Guest), Chang Che (Interviewer)");
        await PageVisit.SayAsync(visit.Discord, DiscordModerator, "/announce 177");
        await visit.Discord.GetByRole(AriaRole.Button, new() { Name = "Post now" }).ClickAsync();
        await PageVisit.ShowsAsync(visit.Telegram.Locator("article").Nth(4), Title177);
        await PageVisit.ShowsAsync(visit.Discord.Locator("article").Nth(3), Title177);

        Assert.Empty(visit.Complaints);
        Assert.Equal(0, await sandbox.TerminateAsync(Cancel));
    }

    [Fact]
    public async Task The_announcement_of_talk_176_makes_a_picture()
    {
        PageVisit.SkipIfImpossible();
        using var folder = new TemporaryFolder();
        await using var sandbox = Start(folder);
        await using var visit = await PageVisit.OpenAsync(await SampleCampaignTests.PageAsync(sandbox), 1160, 780);
        await PageVisit.ShowsAsync(visit.Discord.Locator("article"), Title176);
        await PageVisit.ShowsAsync(visit.Telegram.Locator("article").Nth(1), Title176);

        // Only the two channels, without the fields to write in; the announcement is longer than the picture and fades out.
        await visit.Page.EvaluateAsync(
            """
            for (const chat of document.querySelectorAll('.chat')) {
              chat.hidden = chat !== document.querySelector('.chat.discord') && chat !== document.querySelector('.chat.telegram');
              chat.querySelector('.composer').hidden = true;
              chat.querySelector('.log').scrollTop = 0;
              chat.querySelector('.log').style.maskImage = 'linear-gradient(#000 88%, transparent)';
              chat.querySelector('.log').style.scrollbarWidth = 'none';
            }
            document.querySelector('.top').hidden = true;
            """);
        var picture = await visit.Page.Locator("#chats").ScreenshotAsync(new() { Path = Picture, Type = ScreenshotType.Png });

        Assert.InRange(picture.Length, 20_000, 400_000);
        Assert.Empty(visit.Complaints);
    }

    private static string Picture => Path.Combine(Repository.Root, "artifacts", "announcement.png");

    private static BotProcess Start(TemporaryFolder folder) =>
        BotProcess.Start(folder.Path, null, "sandbox", "--config", Repository.SampleConfig, "--port", "0", "--speed", "2400");
}
