using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace BotHost.EndToEnd.Tests.Sandbox;

/// <summary>A visit to the sandbox's page with the distribution's Chromium.</summary>
internal sealed class PageVisit : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private const float PatienceMilliseconds = 30_000;

    // The machine's own browser, kept from everything but the page: no update, no sync, no first-run greeting.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--no-first-run",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly ConcurrentQueue<string> _complaints = new();

    private PageVisit(IPlaywright playwright, IBrowser browser, IPage page)
    {
        _playwright = playwright;
        _browser = browser;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue($"{message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
    }

    public IPage Page { get; }

    public ILocator Discord => Page.Locator("section.discord").First;

    public ILocator Telegram => Page.Locator("section.telegram").First;

    /// <summary>What the browser's console complained of.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Ends the test as skipped where the browser is missing; on a build server that is a failure.</summary>
    public static void SkipIfImpossible()
    {
        if (File.Exists(Chromium))
        {
            return;
        }

        const string Reason = $"There is no {Chromium}, so nobody looked at the page: install Debian's package chromium.";
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Reason);
        Assert.Skip(Reason);
    }

    public static async Task<PageVisit> OpenAsync(Uri address, int width, int height)
    {
        var playwright = await Playwright.CreateAsync();
        try
        {
            var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
            var page = await browser.NewPageAsync(new()
            {
                ViewportSize = new() { Width = width, Height = height },
                DeviceScaleFactor = 1.25f,
                ColorScheme = ColorScheme.Light,
                ReducedMotion = ReducedMotion.Reduce,
                Locale = "en-GB",
                TimezoneId = "Asia/Tokyo",
            });
            page.SetDefaultTimeout(PatienceMilliseconds);
            var visit = new PageVisit(playwright, browser, page);
            await page.GotoAsync(address.ToString());
            return visit;
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>Speaks in a chat of the page, as one of the people who are offered there.</summary>
    public static async Task SayAsync(ILocator chat, string userId, string text)
    {
        await chat.GetByLabel("You are").SelectOptionAsync(new SelectOptionValue { Value = userId });
        var field = chat.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^Message in ") });
        await field.FillAsync(text);
        await field.PressAsync("Enter");
    }

    public static Task ShowsAsync(ILocator place, string words) =>
        Assertions.Expect(place).ToContainTextAsync(words, new() { Timeout = PatienceMilliseconds });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
