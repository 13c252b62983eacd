using BotHost.Announcements;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

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
        using var services = builder.Services.BuildServiceProvider();
        return [.. services.GetServices<ICatalogueRule>().Where(rule => rule.Rules.Any(known => NameRules.Contains(known.Name)))];
    }
}
