using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Composition;
using BotHost.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.EndToEnd.Tests.Goldens;

/// <summary>The sample talk in one layout of one platform for the readers of some languages: every step of its campaign.</summary>
public sealed record GoldenCase(string Platform, string? Layout, string Languages)
{
    public const string Talk = "asian-talk-176";

    private static readonly Dictionary<string, (string Address, string?[] Layouts)> Platforms = new()
    {
        ["discord"] = ("910000000000000001", [null, "plain"]),
        ["telegram"] = ("-1002000000001", [null, "caption", "picture-first", "text"]),
    };

    private static readonly string[] Readers = ["en", "ja", "zh-Hans", "zh-Hant", "en+ja"];

    private static readonly Lazy<(IServiceProvider Services, TalkCatalogue Catalogue)> Shipped = new(() =>
    {
        var services = Rooms.ReadingRoom().Services;
        return (services, services.GetRequiredService<CatalogueReader>().Read(Repository.SampleConfig).Catalogue!);
    });

    public static IEnumerable<GoldenCase> All =>
        from platform in Platforms
        from layout in platform.Value.Layouts
        from languages in Readers
        where layout is null || languages is "en"
        select new GoldenCase(platform.Key, layout, languages);

    public string Name => $"{Platform}{(Layout is null ? "" : $"-{Layout}")}.{Languages}";

    /// <summary>Whether its announcement has room for all that the talk says.</summary>
    public bool IsWhole => (Platform, Layout) is not (("discord", "plain") or ("telegram", "caption"));

    private Channel Channel => new()
    {
        Id = new ChannelId("golden"),
        Address = new ChannelAddress(new PlatformId(Platform), Platforms[Platform].Address),
        Languages = [.. Languages.Split('+')],
        Layout = Layout,
        Mention = Platform == "discord" ? "role:940000000000000001" : null,
    };

    /// <summary>The payloads of each step, in the order of the campaign.</summary>
    public IReadOnlyList<(string Step, IReadOnlyList<string> Payloads)> Render()
    {
        var (services, shipped) = Shipped.Value;
        var catalogue = shipped with { Channels = [Channel with { Zones = shipped.Channels[0].Zones }] };
        var talk = catalogue.Talks[new TalkId(Talk)];
        var platform = services.GetRequiredService<PlatformDirectory>().Find(new PlatformId(Platform))!;
        var ladder = services.GetRequiredService<FitLadder>();
        return [.. catalogue.StepsOf(talk).Select(step => (step.Id.Value, Payloads(step)))];

        IReadOnlyList<string> Payloads(Step step)
        {
            var due = ((StepDue.At)StepSchedule.DueOf(catalogue, talk, step)).Due;
            var (_, result) = ladder.Climb(platform, catalogue, talk, step, catalogue.Channels[0], due);
            return Assert.IsType<RenderResult.Fits>(result).Payloads;
        }
    }

    public override string ToString() => Name;
}
