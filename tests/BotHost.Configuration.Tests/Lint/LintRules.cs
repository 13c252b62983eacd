using BotHost.Announcements;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Clocks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace BotHost.Configuration.Tests.Lint;

/// <summary>The heart's rules, as its door hands them out.</summary>
internal static class LintRules
{
    private static readonly string[] NameRules = ["name-spelling", "other-given-name", "unlisted-person", "unused-person"];

    public static ICatalogueRule[] AboutNames { get; } = Open();

    private static ICatalogueRule[] Open()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.AddAnnouncements(new DeliveryOptions());
        builder.Services.AddSingleton<TimeProvider, ManualTimeProvider>().AddSingleton<IPostComposer, NoComposer>();
        using var services = builder.Services.BuildServiceProvider();
        return [.. services.GetServices<ICatalogueRule>().Where(rule => rule.Rules.Any(known => NameRules.Contains(known.Name)))];
    }

    /// <summary>One of the rules measures posts; what is read here is not posted.</summary>
    private sealed class NoComposer : IPostComposer
    {
        public Post Compose(TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Instant now, PostDetail detail) => throw new NotSupportedException();

        public Post ComposeDigest(TalkCatalogue catalogue, Series series, IReadOnlyList<PublicTalk> talks, int more, Channel channel, bool mentions) => throw new NotSupportedException();
    }
}
