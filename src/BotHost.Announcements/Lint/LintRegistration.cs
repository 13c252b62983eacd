using BotHost.Announcements.Lint.Names;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Announcements.Lint;

/// <summary>The door of the copy editor's rules.</summary>
internal static class LintRegistration
{
    public static IServiceCollection AddLint(this IServiceCollection services) => services
        .AddSingleton<ICatalogueRule, NameRule>()
        .AddSingleton<ICatalogueRule, UnusedPersonRule>();
}
